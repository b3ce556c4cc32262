package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** A guarantor's claim on the example of the contract: 3956.87 of principal and 122.30 of interest due on 1 February. */
class ClaimTest {
    private static final SampleTerms TERMS = SampleTerms.example();
    private static final Fact FIRST_ROW = claim("2026-02-11", List.of(1), "3956.87", "122.30", "0.00", "0.18");

    @Test
    void itBearsItsOwnInterestFromTheDayItWasPaid() {
        assertThat(on("2026-02-11", FIRST_ROW).claims())
                .containsExactly(new ClaimInterest("claim-2026-02-11", cny("0.00")));
        // 4079.17 x 0.18 x 18 / 365
        var later = on("2026-03-01", FIRST_ROW);
        assertThat(later.claims()).extracting(ClaimInterest::interest).containsExactly(cny("36.21"));
        assertThat(later.outstanding().penalties()).isEqualTo(cny("36.21"));
        assertThat(later.outstanding().principal()).as("the debt stands").isEqualTo(cny("12000.00"));
        assertThat(later.oldestUnpaid()).isEqualTo(day("2026-02-01"));
    }

    @Test
    void itBearsNoMoreOnWhatIsPaidOfIt() {
        // 4079.17 x 0.18 x 10 / 365 = 20.116 is paid first, then 122.30, then principal.
        var paid = new Fact.Repayment("p", day("2026-02-21"), cny("2000.00"));
        var share = on("2026-02-21", FIRST_ROW, paid).share("p").orElseThrow().parts();
        assertThat(share.penalties()).isEqualTo(cny("20.12"));
        assertThat(share.principal()).isEqualTo(cny("1857.58"));
        // 20.116 + 2099.29 x 0.18 x 8 / 365 = 28.398
        assertThat(on("2026-03-01", FIRST_ROW, paid).outstanding().penalties()).isEqualTo(cny("8.28"));
    }

    @Test
    void whatItCoversBearsNoPenaltyOfTheContractAnyMore() {
        var terms = TERMS.penalty("0.18", Penalty.On.OVERDUE_PRINCIPAL, 3);
        var claim = claim("2026-02-11", List.of(1), "3956.87", "122.30", "19.51", "0.06");
        // 3956.87 x 0.18 x 10 / 365 = 19.51 by then, and 4098.68 x 0.06 x 10 / 365 = 6.74 after it.
        assertThat(on(terms, "2026-02-21", claim).outstanding().penalties()).isEqualTo(cny("26.25"));
    }

    @Test
    void aLoanThatIsPaidAsAWholeEarnsNoMoreOfTheContractsInterest() {
        var claim = claim("2026-01-16", List.of(), "12000.00", "59.18", "0.00", "0.06");
        // 12059.18 x 0.06 x 30 / 365
        var payoff = LoanEngine.payoff(TERMS.terms(), SampleTerms.RULES, List.of(claim), day("2026-02-15"));
        assertThat(payoff.interest()).isEqualTo(cny("59.18"));
        assertThat(payoff.penalties()).isEqualTo(cny("59.47"));
        assertThat(payoff.total()).isEqualTo(cny("12118.65"));
        assertThat(payoff.perDay()).isEqualTo(cny("1.98"));
        var all = new Fact.Repayment("p", day("2026-02-15"), payoff.total());
        assertThat(on("2026-02-15", claim, all).paidOff()).isTrue();
        assertThat(on("2026-06-01", claim, all).paidOff()).isTrue();
    }

    @Test
    void anEndInAdvanceOfALoanThatIsAllClaimedAsksForNoInterestAgain() {
        var claim = claim("2026-01-16", List.of(), "12000.00", "59.18", "0.00", "0.00");
        var early =
                new Fact.Prepayment("p", day("2026-01-20"), cny("9000.00"), Fact.Prepayment.Effect.SMALLER_INSTALLMENT);
        var payoff = LoanEngine.payoff(TERMS.terms(), SampleTerms.RULES, List.of(claim, early), day("2026-03-20"));
        assertThat(payoff.total()).isEqualTo(cny("3059.18"));
    }

    /** It came before the guarantor paid, and nobody knew: the guarantor is owed what it paid, and no interest. */
    @Test
    void whatTheBorrowerHadPaidBeforeBearsNothing() {
        var before = new Fact.Repayment("p", day("2026-02-01"), cny("4079.17"));
        var now = on("2026-03-01", FIRST_ROW, before);
        assertThat(now.claims()).extracting(ClaimInterest::interest).containsExactly(cny("0.00"));
        assertThat(now.outstanding().penalties()).isEqualTo(cny("0.00"));
    }

    @Test
    void theOlderOfTwoClaimsIsPaidFirst() {
        var second = claim("2026-03-01", List.of(2), "4005.13", "74.04", "0.00", "0.18");
        var facts = new ArrayList<>(List.of(FIRST_ROW, second));
        facts.add(new Fact.Repayment("p", day("2026-03-01"), cny("4115.38")));
        // The payment is what row 1 and its claim owe: 4079.17 + 36.21. Then 4079.17 x 0.18 x 31 / 365 = 62.36 of the
        // second.
        var now = on("2026-04-01", facts.toArray(Fact[]::new));
        assertThat(now.claims()).extracting(ClaimInterest::interest).containsExactly(cny("36.21"), cny("62.36"));
    }

    @Test
    void paymentsFollowTheRuleOfClaimsWhereThereIsOne() {
        var principalFirst =
                AllocationRule.inOrder(Component.PRINCIPAL, Component.INTEREST, Component.FEE, Component.PENALTY);
        var rules = new AllocationRules(
                SampleTerms.RULES.standard(), Map.of(), Map.of(AccountingStatus.SUBROGATED, principalFirst));
        var paid = new Fact.Repayment("p", day("2026-02-21"), cny("2000.00"));
        var now = LoanEngine.statement(TERMS.terms(), rules, List.of(FIRST_ROW, paid), day("2026-02-21"));
        assertThat(now.share("p").orElseThrow().parts().principal()).isEqualTo(cny("2000.00"));
    }

    private static Fact claim(
            String day, List<Integer> rows, String principal, String interest, String penalties, String rate) {
        var cny = cny("0.00").currency();
        var amount = new Parts(cny, Units.of(cny(principal)), Units.of(cny(interest)), 0, Units.of(cny(penalties)));
        return new Fact.Claim("claim-" + day, day(day), rows, amount, Rate.of(rate));
    }

    private static Statement on(String asOf, Fact... facts) {
        return on(TERMS, asOf, facts);
    }

    private static Statement on(SampleTerms terms, String asOf, Fact... facts) {
        return LoanEngine.statement(terms.terms(), SampleTerms.RULES, List.of(facts), day(asOf));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }
}
