package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** Terms that no schedule follows from, in the words that people read. */
class ImpossibleTermsTest {
    private static final SampleTerms TERMS = SampleTerms.example();

    @Test
    void theFirstDueDateIsAfterThePayout() {
        var day = LocalDate.parse("2026-01-01");
        assertThatThrownBy(() -> DueDates.of(day, day, Step.parse("P1M"), 3))
                .hasMessage("firstDueDate 2026-01-01 must be after the first disbursement 2026-01-01");
    }

    @Test
    void dueDatesRise() {
        assertThatThrownBy(() -> TERMS.dueDates(List::reversed).terms())
                .hasMessage("dueDates.1 2026-03-01 must be after the due date before it 2026-04-01");
    }

    @Test
    void everyPayoutIsBeforeTheEnd() {
        var late = List.of(
                new Disbursement(LocalDate.parse("2026-01-01"), Money.of("CNY", "1.00")),
                new Disbursement(LocalDate.parse("2026-04-01"), Money.of("CNY", "1.00")));
        assertThatThrownBy(() -> TERMS.disbursements(late).terms())
                .hasMessage("disbursements.1.date 2026-04-01 must be before the last due date 2026-04-01");
    }

    @Test
    void payoutsAreNotMoreThanThePrincipal() {
        var more = List.of(new Disbursement(LocalDate.parse("2026-01-01"), Money.of("CNY", "12000.01")));
        assertThatThrownBy(() -> TERMS.disbursements(more).terms())
                .hasMessage("disbursements CNY 12000.01 must not add up to more than the principal of CNY 12000.00");
    }

    @Test
    void aRateIsAFractionAndNotPercent() {
        assertThatThrownBy(() -> TERMS.rate("12").terms())
                .hasMessage("annualRate 12 must be a fraction from 0 to 10, such as 0.12");
    }

    @Test
    void fineractsDayCountsAreNotOurs() {
        assertThatThrownBy(() -> TERMS.dayCount("ACT/364").terms())
                .hasMessage("dayCount ACT/364 must be one that the convention STANDARD has");
        assertThatThrownBy(() -> DayCount.parse("ACT/400"))
                .hasMessage("dayCount ACT/400 must be a day count such as ACT/365 or 30/360");
    }

    @Test
    void someRowIsNotSpared() {
        assertThatThrownBy(() -> TERMS.grace(3, 0, 0).terms())
                .hasMessage("grace.principal 3 must be from 0 to less than the 3 rows");
    }

    @Test
    void aStepHasOneUnit() {
        assertThatThrownBy(() -> Step.parse("P1M2D"))
                .hasMessage(
                        "every P1M2D must be an ISO period of one unit, such as P15D, P2W, P1M or P1Y, or HALF_MONTH");
    }

    @Test
    void amountsAreOfOneCurrencyAboveZeroAndNotGiant() {
        refused(draft -> draft.principal(cny("0.00"))).hasMessage("principal CNY 0.00 must be more than zero");
        refused(draft -> draft.principal(cny("-1.00"))).hasMessage("principal CNY -1.00 must not be below zero");
        refused(draft -> draft.principal(cny("10000000000000.01")))
                .hasMessage("principal CNY 10000000000000.01 must be at most 10^15 minor units");
        refused(draft -> draft.disbursements(List.of())).hasMessage("disbursements [] must have at least one payout");
        refused(draft -> draft.disbursements(List.of(paidOut("2026-01-01", cny("0.00")))))
                .hasMessage("disbursements.0.amount CNY 0.00 must be more than zero");
        refused(draft -> draft.disbursements(
                        List.of(paidOut("2026-01-01", cny("1.00")), paidOut("2026-01-02", Money.of("EUR", "1.00")))))
                .hasMessage("disbursements.1.amount EUR 1.00 must be in CNY");
        refused(draft -> draft.fees(List.of(
                        new Fee("a", Fee.When.AT_PAYOUT, cny("0.00")), new Fee("b", Fee.When.AT_PAYOUT, cny("-0.01")))))
                .hasMessage("fees.1.amount CNY -0.01 must not be below zero");
    }

    @Test
    void theLargestAmountsAndRatesThereMayBeAreThereToUse() {
        var largest = SampleTerms.of(cny("10000000000000.00"), "2026-01-01", "P1M", 3);
        assertThat(LoanEngine.schedule(largest.terms()).totals().principal()).isEqualTo(largest.principal());
        assertThat(TERMS.rate("10").terms().annualRate()).isEqualTo(Rate.of("10"));
        assertThat(TERMS.downPayment("99.99").terms().downPayment()).isEqualTo("99.99");
        assertThat(TERMS.grace(2, 2, 2).terms().grace()).isEqualTo(new Grace(2, 2, 2));
    }

    @Test
    void partsOfAWholeAreNoMoreThanIt() {
        refused(draft -> draft.downPayment(new BigDecimal("100")))
                .hasMessage("downPayment.percent 100 must be from 0 to less than 100");
        refused(draft -> draft.downPayment(new BigDecimal("-1")))
                .hasMessage("downPayment.percent -1 must be from 0 to less than 100");
        refused(draft -> draft.taxes(List.of(tax("0.06"), tax("1"))))
                .hasMessage("taxes.1.fraction 1 must be a fraction from 0 to less than 1, such as 0.06");
        refused(draft -> draft.taxes(List.of(tax("-0.01"))))
                .hasMessage("taxes.0.fraction -0.01 must be a fraction from 0 to less than 1, such as 0.06");
        assertThat(TERMS.with(draft -> draft.taxes(List.of(tax("0")))).terms().taxes())
                .hasSize(1);
    }

    @Test
    void graceOfEveryKindLeavesARow() {
        assertThatThrownBy(() -> TERMS.grace(0, 3, 0))
                .hasMessage("grace.interest 3 must be from 0 to less than the 3 rows");
        assertThatThrownBy(() -> TERMS.grace(0, 0, 3))
                .hasMessage("grace.interestFree 3 must be from 0 to less than the 3 rows");
        assertThatThrownBy(() -> TERMS.grace(-1, 0, 0))
                .hasMessage("grace.principal -1 must be from 0 to less than the 3 rows");
    }

    @Test
    void ratesOfLaterDaysAndPenaltiesAreRatesToo() {
        refused(draft -> draft.rates(List.of(step("2026-02-01", "11"))))
                .hasMessage("rates.0.annualRate 11 must be a fraction from 0 to 10, such as 0.12");
        refused(draft -> draft.rates(List.of(step("2026-02-01", "0.1"), step("2026-02-01", "0.2"))))
                .hasMessage("rates.1.from 2026-02-01 must be after the one before it 2026-02-01");
        refused(draft -> draft.penalty(new Penalty(Rate.of("11"), Penalty.On.OVERDUE_PRINCIPAL, 0)))
                .hasMessage("penalty.annualRate 11 must be a fraction from 0 to 10, such as 0.12");
        refused(draft -> draft.penalty(new Penalty(Rate.of("0.18"), Penalty.On.OVERDUE_PRINCIPAL, -1)))
                .hasMessage("penalty.graceDays -1 must not be below zero");
        refused(draft -> draft.convention(Convention.FINERACT_PROGRESSIVE)
                        .dayCount(DayCount.THIRTY_360)
                        .rates(List.of(step("2026-02-01", "0.1"))))
                .hasMessage("rates 2026-02-01 must be empty under the convention FINERACT_PROGRESSIVE");
    }

    @Test
    void whatEachAmortizationNeedsIsThereAndNothingElse() {
        var installment = Agreed.installment(cny("100.00"));
        refused(draft -> draft.amortization(Amortization.FIXED_INSTALLMENT))
                .hasMessage("installment nothing must be there for FIXED_INSTALLMENT");
        refused(draft -> draft.agreed(installment))
                .hasMessage("installment CNY 100.00 must be absent for EQUAL_INSTALLMENTS");
        refused(draft -> draft.amortization(Amortization.FIXED_INSTALLMENT).agreed(Agreed.installment(cny("0.00"))))
                .hasMessage("installment CNY 0.00 must be more than zero");
        refused(draft -> draft.amortization(Amortization.FIXED_INSTALLMENT)
                        .agreed(installment)
                        .method(Method.FLAT))
                .hasMessage("method FLAT must be DECLINING for FIXED_INSTALLMENT");
        refused(draft -> draft.agreed(principals("12000.00")))
                .hasMessage("principals present must be absent for EQUAL_INSTALLMENTS");
        refused(draft -> draft.amortization(Amortization.CUSTOM).agreed(principals("6000.00", "6000.00")))
                .hasMessage("principals 2 must be as many as the 3 rows");
        refused(draft -> draft.amortization(Amortization.CUSTOM).agreed(principals("6000.00", "5000.00", "0.00")))
                .hasMessage("principals CNY 11000.00 must add up to what is paid out, CNY 12000.00");
        refused(draft -> draft.amortization(Amortization.CUSTOM).agreed(principals("13000.00", "-1000.00", "0.00")))
                .hasMessage("principals.1 CNY -1000.00 must not be below zero");
    }

    @Test
    void rowsAreNoMoreThanAHundredYearsOfMonthsNeed() {
        var start = LocalDate.parse("2026-01-01");
        assertThat(DueDates.of(start, null, Step.parse("P1D"), 2600)).hasSize(2600);
        assertThatThrownBy(() -> DueDates.of(start, null, Step.parse("P1D"), 2601))
                .hasMessage("count 2601 must be from 1 to 2600");
        var dates = start.plusDays(1).datesUntil(start.plusDays(2602)).toList();
        assertThat(TERMS.dueDates(_ -> dates.subList(0, 2600)).dueDates()).hasSize(2600);
        assertThatThrownBy(() -> TERMS.dueDates(_ -> dates)).hasMessage("count 2601 must be from 1 to 2600");
        assertThatThrownBy(() -> TERMS.dueDates(_ -> List.of())).hasMessage("count 0 must be from 1 to 2600");
    }

    @Test
    void interestMustFitTheNumbersThatHoldIt() {
        var hundred = SampleTerms.of(cny("10000000000000.00"), "2026-01-01", "P1Y", 100);
        assertThatThrownBy(() -> hundred.rate("10"))
                .hasMessage(
                        "principal CNY 10000000000000.00 must leave room for interest of 1000 % a year until 2126-01-01"
                                + " below 10^18 minor units");
        // A rate of a later day counts as much as that of the first.
        var later = List.of(step("2030-01-01", "10"));
        assertThatThrownBy(() -> hundred.with(draft -> draft.rates(later))).hasMessageStartingWith("principal");
    }

    @Test
    void capsAreNotBelowFloorsAndOrdersAreWhole() {
        assertThatThrownBy(
                        () -> new FloatingRate("LPR 1Y", Rate.of("0.01"), Rate.of("0.02"), Rate.of("0.03"), List.of()))
                .hasMessage("floating.cap 0.02 must not be below the floor of 0.03");
        assertThat(new FloatingRate("LPR 1Y", Rate.of("0.01"), Rate.of("0.03"), Rate.of("0.03"), List.of()).steps())
                .isEmpty();
        var slots = SampleTerms.RULES.standard().order();
        assertThatThrownBy(() -> AllocationRule.complete(
                        slots.subList(0, 11), AllocationRule.Across.ROWS, AllocationRule.Future.NEXT_ROW))
                .isInstanceOf(TermsNotPossible.class)
                .hasMessageContaining("PAST_DUE_PENALTY")
                .hasMessageEndingWith("names each of the 12 slots once");
    }

    @Test
    void aRefusalTellsItsFieldItsRuleAndWhatItFound() {
        assertThatThrownBy(() -> TERMS.rate("12")).isInstanceOfSatisfying(TermsNotPossible.class, refusal -> {
            assertThat(refusal.field()).isEqualTo("annualRate");
            assertThat(refusal.rule()).isEqualTo("must be a fraction from 0 to 10, such as 0.12");
            assertThat(refusal.found()).isEqualTo("12");
        });
        assertThatThrownBy(() -> LoanEngine.requireVersion("2"))
                .hasMessage("engine 2 must be a version that there is: 1");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Consumer<TermsDraft> change) {
        return assertThatThrownBy(() -> TERMS.with(change));
    }

    private static Disbursement paidOut(String date, Money amount) {
        return new Disbursement(LocalDate.parse(date), amount);
    }

    private static Agreed principals(String... amounts) {
        return Agreed.principals(
                Arrays.stream(amounts).map(ImpossibleTermsTest::cny).toList());
    }

    private static RateStep step(String from, String rate) {
        return new RateStep(LocalDate.parse(from), Rate.of(rate));
    }

    private static Tax tax(String fraction) {
        return new Tax("VAT", new BigDecimal(fraction), Tax.On.FEES);
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }
}
