package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CNY 12,000 at 12 % over three months from 1 January 2026, in every figure. */
class WorkedExampleTest {
    private static final AllocationRules USUAL = AllocationRules.same(
            List.of(Component.PENALTY, Component.FEE, Component.INTEREST, Component.PRINCIPAL),
            AllocationRules.Across.ROWS,
            AllocationRules.Future.NEXT_ROW);

    private static LoanTerms terms() {
        return terms(LocalDate.parse("2026-02-01"));
    }

    private static LoanTerms terms(LocalDate firstDue) {
        return new LoanTerms(
                Currency.getInstance("CNY"),
                new BigDecimal("0.12"),
                LoanTerms.Amortization.EQUAL_INSTALLMENTS,
                LoanTerms.Interest.DECLINING_DAILY,
                DayCount.ACT_365,
                Step.of("P1M").from(firstDue, 3),
                List.of(new Disbursement(LocalDate.parse("2026-01-01"), new BigDecimal("12000.00"))),
                RoundingMode.HALF_EVEN);
    }

    private static Fact paid(String id, String date, String amount) {
        return new Fact.Repayment(id, LocalDate.parse(date), new BigDecimal(amount));
    }

    @Test
    void theRowsAreThese() {
        assertThat(LoanEngine.schedule(terms()).rows().stream()
                        .map(row -> "%s %s %s %s %s"
                                .formatted(row.due(), row.principal(), row.interest(), row.total(), row.balance())))
                .containsExactly(
                        "2026-02-01 3956.87 122.30 4079.17 8043.13",
                        "2026-03-01 4005.13 74.04 4079.17 4038.00",
                        "2026-04-01 4038.00 41.15 4079.15 0.00");
    }

    @Test
    void theYieldsAreThese() {
        var yields = Yields.of(LoanEngine.schedule(terms()), Step.of("P1M"));
        assertThat(yields.effectiveAnnual()).isEqualByComparingTo("0.126829");
        assertThat(yields.irrNominal()).isEqualByComparingTo("0.119427");
        assertThat(yields.aprcEu()).isEqualByComparingTo("0.126829");
        assertThat(yields.aprUs()).isEqualByComparingTo("0.118358");
        assertThat(yields.allInCost()).isEqualByComparingTo("0.118358");
    }

    @Test
    void aRepaymentOnItsDayPaysItsRow() {
        var now = LoanEngine.statement(
                terms(), USUAL, List.of(paid("p1", "2026-02-01", "4079.17")), LocalDate.parse("2026-02-01"));
        assertThat(now.parts().get("p1"))
                .hasToString("Parts[principal=3956.87, interest=122.30, fees=0.00, penalties=0.00, credit=0.00]");
        assertThat(now.owed().principal()).isEqualByComparingTo("8043.13");
        assertThat(now.overdue()).isEqualByComparingTo("0.00");
    }

    @Test
    void payingOffCostsTheDaysThatRan() {
        var facts = List.of(paid("p1", "2026-02-01", "4079.17"), paid("p2", "2026-03-01", "4079.17"));
        var payoff = LoanEngine.payoff(terms(), USUAL, facts, LocalDate.parse("2026-03-20"));
        assertThat(payoff.principal()).isEqualByComparingTo("4038.00");
        assertThat(payoff.interest()).isEqualByComparingTo("25.22");
        assertThat(payoff.total()).isEqualByComparingTo("4063.22");
        assertThat(payoff.perDay()).isEqualByComparingTo("1.33");
    }

    @Test
    void afterPayingOffNothingIsOwed() {
        var facts = List.of(
                paid("p1", "2026-02-01", "4079.17"),
                paid("p2", "2026-03-01", "4079.17"),
                new Fact.PayingOff("p3", LocalDate.parse("2026-03-20"), new BigDecimal("4063.22")));
        var now = LoanEngine.statement(terms(), USUAL, facts, LocalDate.parse("2026-03-20"));
        assertThat(now.paidOff()).isTrue();
        assertThat(now.credit()).isEqualByComparingTo("0");
    }

    @Test
    void aReversedRepaymentNeverWas() {
        var facts = List.of(
                paid("p1", "2026-02-01", "4079.17"), new Fact.Reversal("r1", LocalDate.parse("2026-02-20"), "p1"));
        var now = LoanEngine.statement(terms(), USUAL, facts, LocalDate.parse("2026-02-20"));
        assertThat(now.overdue()).isEqualByComparingTo("4079.17");
        assertThat(now.oldestUnpaid()).contains(LocalDate.parse("2026-02-01"));
    }

    @Test
    void aFirstDueDateOnThePayoutIsRefusedInWords() {
        assertThatThrownBy(() -> terms(LocalDate.parse("2026-01-01")))
                .isInstanceOf(TermsRefused.class)
                .hasMessage("firstDueDate must be after the first disbursement 2026-01-01; found 2026-01-01.");
    }
}
