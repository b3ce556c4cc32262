package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;

/** Where the contract's example, three rows of some 4,079.17, stands on a day. */
class StatementTest {
    private static final LoanTerms TERMS = SampleTerms.example().terms();

    @Test
    void aRowIsToComeDueOverdueOrPaid() {
        var facts = List.of(paid("p", "2026-02-01", "4079.17"));
        assertThat(states(facts, "2026-02-28"))
                .containsExactly(StatementRow.State.PAID, StatementRow.State.FUTURE, StatementRow.State.FUTURE);
        assertThat(states(facts, "2026-03-01"))
                .containsExactly(StatementRow.State.PAID, StatementRow.State.DUE, StatementRow.State.FUTURE);
        assertThat(states(facts, "2026-03-02"))
                .containsExactly(StatementRow.State.PAID, StatementRow.State.OVERDUE, StatementRow.State.FUTURE);
    }

    private static List<StatementRow.State> states(List<Fact> facts, String day) {
        var statement = statement(facts, day);
        return statement.rows().stream().map(row -> row.state(on(day))).toList();
    }

    @Test
    void aPartOfARowDoesNotPayIt() {
        var row = statement(List.of(paid("p", "2026-02-01", "4079.16")), "2026-02-01")
                .rows()
                .getFirst();
        assertThat(row.isPaid()).isFalse();
        assertThat(row.outstanding().total()).isEqualTo(cny("0.01"));
    }

    @Test
    void theOldestUnpaidRowIsTheFirstThatIsOverdue() {
        assertThat(statement(List.of(), "2026-02-01").oldestUnpaid()).isNull();
        var late = statement(List.of(), "2026-03-15");
        assertThat(late.oldestUnpaid()).isEqualTo("2026-02-01");
        assertThat(late.overdue()).isEqualTo(cny("8158.34"));
        assertThat(late.outstanding().interest()).isEqualTo(cny("196.34"));
    }

    @Test
    void whatHappensAfterTheDayIsNotKnownOnIt() {
        var facts = List.of(paid("a", "2026-02-01", "4079.17"), paid("b", "2026-03-01", "4079.17"));
        var statement = statement(facts, "2026-02-28");
        assertThat(statement.shares()).hasSize(1);
        assertThat(statement.share("b")).isEmpty();
        assertThat(statement(facts, "2026-03-01").shares()).hasSize(2);
    }

    @Test
    void sharesStandInTheOrderInWhichFactsBecameKnown() {
        var late = List.of(paid("second", "2026-03-01", "100.00"), paid("first", "2026-02-01", "100.00"));
        assertThat(statement(late, "2026-03-01").shares()).extracting(Share::of).containsExactly("second", "first");
        assertThat(statement(late, "2026-03-01")
                        .share("first")
                        .orElseThrow()
                        .parts()
                        .interest())
                .isEqualTo(cny("100.00"));
        assertThat(statement(late, "2026-03-01")
                        .share("second")
                        .orElseThrow()
                        .parts()
                        .interest())
                .isEqualTo(cny("22.30"));
    }

    @Test
    void aChargeBehindTheEndStandsBetweenTheRowsOfALaterPayout() {
        // 5,000.00 a row pay the first 1,000.00 at once; then 11,000.00 more are paid out.
        var terms = SampleTerms.example()
                .with(draft ->
                        draft.amortization(Amortization.FIXED_INSTALLMENT).agreed(Agreed.installment(cny("5000.00"))))
                .disbursements(List.of(
                        new Disbursement(on("2026-01-01"), cny("1000.00")),
                        new Disbursement(on("2026-02-10"), cny("11000.00"))));
        var charge = new Fact.Charge("c", on("2026-02-03"), Fact.Charge.Kind.FEE, on("2026-02-05"), cny("7.00"));
        var paid = paid("p", "2026-03-01", "1020.00");
        var statement = LoanEngine.statement(terms.terms(), SampleTerms.RULES, List.of(charge, paid), on("2026-03-01"));
        assertThat(statement.rows())
                .extracting(row -> row.row().nr() + " " + row.row().due())
                .containsExactly("1 2026-02-01", "4 2026-02-05", "2 2026-03-01", "3 2026-04-01");
        assertThat(statement.share("p").orElseThrow().parts().fees()).isEqualTo(cny("7.00"));
        assertThat(statement.overdue().isZero()).isTrue();
    }

    @Test
    void aStatementOfALoanThatTakesFactsOneByOne() {
        var open = LoanEngine.open(TERMS, SampleTerms.RULES, List.of(), on("2026-01-01"));
        var charge = new Fact.Charge("c", on("2026-01-05"), Fact.Charge.Kind.FEE, on("2026-02-01"), cny("5.00"));
        assertThat(open.take(charge).parts().totalUnits()).isZero();
        var copy = open.copy();
        var share = copy.take(paid("p", "2026-02-01", "4084.17"));
        assertThat(share.of()).isEqualTo("p");
        assertThat(share.parts().fees()).isEqualTo(cny("5.00"));
        assertThat(copy.statement(on("2026-02-01")).rows().getFirst().isPaid()).isTrue();
        assertThat(open.statement(on("2026-02-01")).rows().getFirst().isPaid()).isFalse();
    }

    private static Statement statement(List<Fact> facts, String day) {
        return LoanEngine.statement(TERMS, SampleTerms.RULES, facts, on(day));
    }

    private static Fact paid(String id, String date, String amount) {
        return new Fact.Repayment(id, on(date), cny(amount));
    }

    private static LocalDate on(String date) {
        return LocalDate.parse(date);
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }
}
