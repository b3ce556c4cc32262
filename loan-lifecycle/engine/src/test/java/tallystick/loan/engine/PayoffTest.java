package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;

/** What ends a loan early, and that it does. */
class PayoffTest {
    private static final SampleTerms TERMS = SampleTerms.example();

    @Test
    void interestThatWaitsInABulletIsOwed() {
        // 12000.00 x 0.12 x 59 / 365, though no row was due.
        var payoff = payoff(TERMS.amortization(Amortization.BULLET), List.of(), "2026-03-01");
        assertThat(payoff.interest()).isEqualTo(cny("232.77"));
    }

    @Test
    void moreThanThePayoffLeavesCredit() {
        var facts = List.<Fact>of(repayment("p", "2026-01-16", "12100.00"));
        var statement = LoanEngine.statement(TERMS.terms(), SampleTerms.RULES, facts, on("2026-01-16"));
        assertThat(statement.paidOff()).isTrue();
        // 12000.00 x 0.12 x 15 / 365 = 59.18
        assertThat(statement.creditBalance()).isEqualTo(cny("40.82"));
    }

    @Test
    void aQuoteThatIsPaidEarlyIsPaidWithItsInterest() {
        var facts = List.<Fact>of(new Fact.Repayment("p", on("2026-01-14"), cny("12059.18"), on("2026-01-16")));
        var statement = LoanEngine.statement(TERMS.terms(), SampleTerms.RULES, facts, on("2026-01-14"));
        assertThat(statement.paidOff()).isTrue();
        assertThat(statement.share("p").orElseThrow().parts().interest()).isEqualTo(cny("59.18"));
        assertThat(statement.creditBalance()).isEqualTo(cny("0.00"));
    }

    @Test
    void takingThePayoffBackOpensTheLoanAsItWas() {
        var facts = List.of(repayment("p", "2026-01-16", "12059.18"), new Fact.Reversal("r", on("2026-01-20"), "p"));
        var statement = LoanEngine.statement(TERMS.terms(), SampleTerms.RULES, facts, on("2026-02-01"));
        assertThat(statement.paidOff()).isFalse();
        assertThat(statement.outstanding().interest()).isEqualTo(cny("122.30"));
        assertThat(statement.share("p").orElseThrow().reversed()).isTrue();
    }

    @Test
    void interestThatWasPaidBeforeItWasEarnedPaysPrincipal() {
        // 122.30 of the first row paid at once; by 16 January 59.18 are earned, and 63.12 pay principal.
        var advance = AllocationRules.of(
                AllocationRule.inOrder(Component.INTEREST, Component.FEE, Component.PENALTY, Component.PRINCIPAL));
        var first = repayment("p", "2026-01-01", "122.30");
        var payoff = LoanEngine.payoff(TERMS.terms(), advance, List.of(first), on("2026-01-16"));
        assertThat(payoff.principal()).isEqualTo(cny("11936.88"));
        assertThat(payoff.interest()).isEqualTo(cny("0.00"));

        var statement = LoanEngine.statement(
                TERMS.terms(), advance, List.of(first, repayment("q", "2026-01-16", "11936.88")), on("2026-01-16"));

        assertThat(statement.paidOff()).isTrue();
        assertThat(statement.share("p").orElseThrow().parts().interest()).isEqualTo(cny("59.18"));
        assertThat(statement.share("p").orElseThrow().parts().principal()).isEqualTo(cny("63.12"));
        assertThat(statement.creditBalance()).isEqualTo(cny("0.00"));
    }

    @Test
    void whatAChargeOffToldIsNotGivenBack() {
        var advance = AllocationRules.of(
                AllocationRule.inOrder(Component.INTEREST, Component.FEE, Component.PENALTY, Component.PRINCIPAL));
        var facts = List.<Fact>of(
                repayment("p", "2026-01-01", "122.30"),
                new Fact.ChargeOff("c", on("2026-01-10")),
                repayment("q", "2026-01-16", "11936.88"));
        var before = LoanEngine.statement(TERMS.terms(), advance, facts.subList(0, 2), on("2026-01-16"));
        var after = LoanEngine.statement(TERMS.terms(), advance, facts, on("2026-01-16"));
        assertThat(after.share("c")).isEqualTo(before.share("c"));
        assertThat(after.share("p").orElseThrow().parts().interest()).isEqualTo(cny("59.18"));
    }

    @Test
    void aDayMoreCostsInterestAndAfterTheEndPenalties() {
        assertThat(payoff(TERMS, List.of(), "2026-01-16").perDay()).isEqualTo(cny("3.94"));
        assertThat(payoff(TERMS, List.of(), "2026-04-20").perDay()).isEqualTo(cny("0.00"));
        // 12000.00 x 0.18 / 365
        var late = TERMS.penalty("0.18", Penalty.On.OVERDUE_PRINCIPAL, 0);
        assertThat(payoff(late, List.of(), "2026-04-20").perDay()).isEqualTo(cny("5.92"));
        var paid = List.of(repayment("p", "2026-01-16", "12059.18"));
        assertThat(payoff(TERMS, paid, "2026-01-20").perDay()).isEqualTo(cny("0.00"));
    }

    @Test
    void aLaterPayoutIsNotOwedBeforeItsDay() {
        var tranches = TERMS.disbursements(List.of(
                new Disbursement(on("2026-01-01"), cny("8000.00")),
                new Disbursement(on("2026-02-10"), cny("4000.00"))));
        assertThat(payoff(tranches, List.of(), "2026-01-16").principal()).isEqualTo(cny("8000.00"));
        assertThat(payoff(tranches, List.of(), "2026-02-10").principal()).isEqualTo(cny("12000.00"));
    }

    @Test
    void feesOfLaterRowsAreNotChargedButChargesAre() {
        var terms = TERMS.fees(new Fee("account", Fee.When.PER_INSTALLMENT, cny("5.00")));
        var facts = List.<Fact>of(
                new Fact.Charge("c", on("2026-01-10"), Fact.Charge.Kind.FEE, on("2026-01-20"), cny("7.00")),
                repayment("p", "2026-01-16", "12066.18"));
        assertThat(payoff(terms, facts.subList(0, 1), "2026-01-16").total()).isEqualTo(cny("12066.18"));

        var statement = LoanEngine.statement(terms.terms(), SampleTerms.RULES, facts, on("2026-01-16"));

        assertThat(statement.paidOff()).isTrue();
        assertThat(statement.share("p").orElseThrow().parts().fees()).isEqualTo(cny("7.00"));
    }

    private static Payoff payoff(SampleTerms terms, List<Fact> facts, String through) {
        return LoanEngine.payoff(terms.terms(), SampleTerms.RULES, facts, on(through));
    }

    private static Fact repayment(String id, String date, String amount) {
        return new Fact.Repayment(id, on(date), cny(amount));
    }

    private static LocalDate on(String date) {
        return LocalDate.parse(date);
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }
}
