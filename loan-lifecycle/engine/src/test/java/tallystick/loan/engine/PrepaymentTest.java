package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;

/** 2,000.00 before their time, ten days after the first row of the contract's example was paid: 8,043.13 are left. */
class PrepaymentTest {
    private static final LoanTerms TERMS = SampleTerms.example().terms();

    @Test
    void aShorterTermKeepsTheInstalmentOf407917() {
        // 8043.13 x 0.12 x 10 / 365 = 26.44 and 6043.13 x 0.12 x 18 / 365 = 35.76 in the second row.
        assertThat(rows(Fact.Prepayment.Effect.SHORTER_TERM))
                .containsExactly(
                        "1 INSTALLMENT 2026-02-01 3956.87 + 122.30",
                        "0 PREPAYMENT 2026-02-11 2000.00 + 0.00",
                        "2 INSTALLMENT 2026-03-01 4016.97 + 62.20",
                        "3 INSTALLMENT 2026-04-01 2026.16 + 20.65");
    }

    @Test
    void aSmallerInstalmentKeepsTheDates() {
        assertThat(rows(Fact.Prepayment.Effect.SMALLER_INSTALLMENT))
                .endsWith("2 INSTALLMENT 2026-03-01 3005.94 + 62.20", "3 INSTALLMENT 2026-04-01 3037.19 + 30.95");
    }

    @Test
    void principalInAdvanceIsTakenOffTheNextRow() {
        assertThat(rows(Fact.Prepayment.Effect.PRINCIPAL_IN_ADVANCE))
                .endsWith("2 INSTALLMENT 2026-03-01 2005.13 + 62.20", "3 INSTALLMENT 2026-04-01 4038.00 + 41.15");
    }

    @Test
    void aTermThatIsNotNeededAnyMoreEnds() {
        var all = statement(prepaid("4079.17", Fact.Prepayment.Effect.SHORTER_TERM));
        assertThat(all.rows().getLast().row().due()).isEqualTo("2026-03-01");
        assertThat(all.outstanding().principal()).isEqualTo(cny("3963.96"));
    }

    @Test
    void whatIsDueIsPaidFirst() {
        var facts = List.<Fact>of(
                new Fact.Prepayment("x", on("2026-02-11"), cny("5000.00"), Fact.Prepayment.Effect.SMALLER_INSTALLMENT));
        var share = LoanEngine.statement(TERMS, SampleTerms.RULES, facts, on("2026-02-11"))
                .share("x")
                .orElseThrow();
        assertThat(share.parts().interest()).isEqualTo(cny("122.30"));
        // 3956.87 were due; 920.83 come before their time.
        assertThat(share.parts().principal()).isEqualTo(cny("4877.70"));
    }

    @Test
    void oneThatCoversThePayoffSettlesTheLoan() {
        // 8043.13 x 0.12 x 10 / 365 = 26.44
        var settled = statement(prepaid("8069.57", Fact.Prepayment.Effect.SHORTER_TERM));
        assertThat(settled.paidOff()).isTrue();
        assertThat(settled.creditBalance()).isEqualTo(cny("0.00"));
    }

    @Test
    void oneThatLeavesNothingButInterestWaitsForIt() {
        var almost = statement(prepaid("8043.13", Fact.Prepayment.Effect.SHORTER_TERM));
        assertThat(almost.paidOff()).isFalse();
        assertThat(almost.outstanding().principal()).isEqualTo(cny("0.00"));
        var payoff = LoanEngine.payoff(
                TERMS, SampleTerms.RULES, prepaid("8043.13", Fact.Prepayment.Effect.SHORTER_TERM), on("2026-02-20"));
        assertThat(payoff.total()).isEqualTo(cny("26.44"));
        assertThat(payoff.perDay()).isEqualTo(cny("0.00"));
    }

    @Test
    void takenBackItLeavesTheScheduleAsItWas() {
        var facts = new ArrayList<>(prepaid("2000.00", Fact.Prepayment.Effect.SHORTER_TERM));
        facts.add(new Fact.Reversal("r", on("2026-02-12"), "x"));
        assertThat(statement(facts).rows())
                .isEqualTo(statement(facts.subList(0, 1)).rows());
    }

    @Test
    void flatInterestAndOtherConventionsAreNotPlannedAnew() {
        var flat = SampleTerms.example().method(Method.FLAT).terms();
        var facts = prepaid("2000.00", Fact.Prepayment.Effect.SHORTER_TERM);
        assertThatThrownBy(() -> LoanEngine.statement(flat, SampleTerms.RULES, facts, on("2026-02-11")))
                .hasMessage("facts.1.type one with STANDARD and FLAT must be of a loan with the convention STANDARD and"
                        + " the method DECLINING");
    }

    private static List<String> rows(Fact.Prepayment.Effect effect) {
        return statement(prepaid("2000.00", effect)).rows().stream()
                .map(StatementRow::row)
                .map(row -> "%d %s %s %s + %s"
                        .formatted(
                                row.nr(),
                                row.type(),
                                row.due(),
                                row.principal().amount(),
                                row.interest().amount()))
                .toList();
    }

    private static List<Fact> prepaid(String amount, Fact.Prepayment.Effect effect) {
        return List.of(
                new Fact.Repayment("p1", on("2026-02-01"), cny("4079.17")),
                new Fact.Prepayment("x", on("2026-02-11"), cny(amount), effect));
    }

    private static Statement statement(List<Fact> facts) {
        return LoanEngine.statement(TERMS, SampleTerms.RULES, facts, on("2026-02-12"));
    }

    private static LocalDate on(String date) {
        return LocalDate.parse(date);
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }
}
