package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;

/** What a payment pays first while the books see a loan in one way or another: interest, unless it is charged off. */
class AllocationByStatusTest {
    private static final AllocationRule PRINCIPAL_FIRST =
            AllocationRule.inOrder(Component.PRINCIPAL, Component.INTEREST, Component.FEE, Component.PENALTY);
    private static final AllocationRules RULES = new AllocationRules(
            SampleTerms.RULES.standard(),
            Map.of(Fact.GoodwillCredit.class, SampleTerms.RULES.standard()),
            Map.of(
                    AccountingStatus.CHARGED_OFF, PRINCIPAL_FIRST,
                    AccountingStatus.SUBROGATED, PRINCIPAL_FIRST));
    private static final LocalDate DUE = LocalDate.parse("2026-02-01");

    @Test
    void interestIsPaidFirstWhileItAccrues() {
        assertThat(interestPaid()).isEqualTo(cny("100.00"));
        assertThat(interestPaid(status(AccountingStatus.NON_ACCRUAL))).isEqualTo(cny("100.00"));
    }

    @Test
    void principalIsPaidFirstWhereTheRulesSayIt() {
        assertThat(interestPaid(new Fact.ChargeOff("c", DUE))).isEqualTo(cny("0.00"));
        assertThat(interestPaid(status(AccountingStatus.SUBROGATED))).isEqualTo(cny("0.00"));
        assertThat(interestPaid(new Fact.ChargeOff("c", DUE), status(AccountingStatus.ACCRUING)))
                .isEqualTo(cny("100.00"));
    }

    @Test
    void aRuleOfTheKindGoesFirst() {
        var facts = List.<Fact>of(new Fact.ChargeOff("c", DUE), new Fact.GoodwillCredit("p", DUE, cny("100.00")));
        assertThat(statement(facts).share("p").orElseThrow().parts().interest()).isEqualTo(cny("100.00"));
    }

    @Test
    void aCopyOfALoanIsSeenAsTheLoanIs() {
        var terms = SampleTerms.example().terms();
        var open = LoanEngine.open(terms, RULES, List.of(new Fact.ChargeOff("c", DUE)), DUE);
        var share = open.copy().take(new Fact.Repayment("p", DUE, cny("100.00")));
        assertThat(share.parts().principal()).isEqualTo(cny("100.00"));
    }

    private static Money interestPaid(Fact... before) {
        var facts = new ArrayList<>(List.of(before));
        facts.add(new Fact.Repayment("p", DUE, cny("100.00")));
        return statement(facts).share("p").orElseThrow().parts().interest();
    }

    private static Statement statement(List<Fact> facts) {
        return LoanEngine.statement(SampleTerms.example().terms(), RULES, facts, DUE);
    }

    private static Fact status(AccountingStatus status) {
        return new Fact.StatusChange("s", DUE, status);
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }
}
