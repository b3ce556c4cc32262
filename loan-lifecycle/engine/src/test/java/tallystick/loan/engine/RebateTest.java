package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;

/** What 12,000.00 at 12 % flat in three rows of 4,000.00 and 120.00 earn by a day, when they end on it. */
class RebateTest {
    private static final SampleTerms FLAT =
            SampleTerms.example().method(Method.FLAT).interestPeriod(InterestPeriod.PER_PERIOD);

    @Test
    void theRuleOf78EarnsThreeTwoAndOneSixths() {
        assertThat(interest(Rebate.SUM_OF_DIGITS, "2026-02-01")).isEqualTo(cny("180.00"));
        assertThat(interest(Rebate.SUM_OF_DIGITS, "2026-03-01")).isEqualTo(cny("300.00"));
        assertThat(interest(Rebate.SUM_OF_DIGITS, "2026-04-01")).isEqualTo(cny("360.00"));
        // 15 of the first row's 31 days: 180.00 x 15 / 31.
        assertThat(interest(Rebate.SUM_OF_DIGITS, "2026-01-16")).isEqualTo(cny("87.10"));
    }

    @Test
    void linearInterestIsEarnedEvenlyOverEachRow() {
        assertThat(interest(Rebate.LINEAR, "2026-01-01")).isEqualTo(cny("0.00"));
        assertThat(interest(Rebate.LINEAR, "2026-01-16")).isEqualTo(cny("58.06"));
        assertThat(interest(Rebate.LINEAR, "2026-02-01")).isEqualTo(cny("120.00"));
        assertThat(interest(Rebate.LINEAR, "2026-02-15")).isEqualTo(cny("180.00"));
    }

    @Test
    void theActuaryEarnsAtTheLoansOwnRate() {
        // The daily rate at which 4,120.00 after 31, 59 and 90 days are worth 12,000.00 is 0.0493948 %.
        assertThat(interest(Rebate.ACTUARIAL, "2026-01-01")).isEqualTo(cny("0.00"));
        assertThat(interest(Rebate.ACTUARIAL, "2026-01-16")).isEqualTo(cny("89.22"));
        assertThat(interest(Rebate.ACTUARIAL, "2026-02-01")).isEqualTo(cny("185.12"));
        assertThat(interest(Rebate.ACTUARIAL, "2026-04-01")).isEqualTo(cny("360.00"));
    }

    @Test
    void theActuaryIsTheDefault() {
        assertThat(FLAT.terms().rebate()).isEqualTo(Rebate.ACTUARIAL);
    }

    @Test
    void rowsWithoutInterestEarnNothing() {
        var free = FLAT.grace(0, 0, 1).with(draft -> draft.rebate(Rebate.SUM_OF_DIGITS));
        // Two rows bear 120.00 each: two and one thirds of 240.00.
        assertThat(payoff(free, "2026-02-01").interest()).isEqualTo(cny("0.00"));
        assertThat(payoff(free, "2026-03-01").interest()).isEqualTo(cny("160.00"));
    }

    @Test
    void moneyThatCostsNothingEarnsNothing() {
        assertThat(payoff(FLAT.rate("0"), "2026-02-10").total()).isEqualTo(cny("12000.00"));
    }

    @Test
    void payingTheQuoteEndsTheLoan() {
        var terms = FLAT.with(draft -> draft.rebate(Rebate.SUM_OF_DIGITS)).terms();
        var statement = LoanEngine.statement(
                terms,
                SampleTerms.RULES,
                List.of(new Fact.Repayment("p", on("2026-02-01"), cny("12180.00"))),
                on("2026-02-01"));
        assertThat(statement.paidOff()).isTrue();
        assertThat(statement.share("p").orElseThrow().parts().interest()).isEqualTo(cny("180.00"));
        assertThat(statement.creditBalance().isZero()).isTrue();
    }

    @Test
    void whereInterestFollowsTheBalanceThereIsNothingToChoose() {
        assertThatThrownBy(() -> SampleTerms.example().with(draft -> draft.rebate(Rebate.LINEAR)))
                .hasMessage("earlySettlement.rebate LINEAR must be ACTUARIAL unless interest is FLAT under the"
                        + " convention STANDARD");
        assertThatThrownBy(() -> FLAT.with(draft -> draft.dayCount(DayCount.THIRTY_360)
                        .convention(Convention.FINERACT_CUMULATIVE)
                        .rebate(Rebate.LINEAR)))
                .hasMessageStartingWith("earlySettlement.rebate");
    }

    private static Money interest(Rebate rebate, String day) {
        return payoff(FLAT.with(draft -> draft.rebate(rebate)), day).interest();
    }

    private static Payoff payoff(SampleTerms terms, String day) {
        return LoanEngine.payoff(terms.terms(), SampleTerms.RULES, List.of(), on(day));
    }

    private static LocalDate on(String date) {
        return LocalDate.parse(date);
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }
}
