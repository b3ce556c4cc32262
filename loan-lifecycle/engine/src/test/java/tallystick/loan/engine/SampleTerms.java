package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** Terms for tests: those of the contract's example, changed where a test says so. */
record SampleTerms(
        Money principal,
        String rate,
        Method method,
        Amortization amortization,
        InterestPeriod interestPeriod,
        String dayCount,
        String every,
        List<LocalDate> dueDates,
        List<Disbursement> disbursements,
        Rounding rounding,
        List<Fee> fees,
        String downPayment,
        Grace grace,
        @Nullable Penalty penalty) {
    static final AllocationRules RULES = AllocationRules.of(
            AllocationRule.inOrder(Component.PENALTY, Component.FEE, Component.INTEREST, Component.PRINCIPAL));

    static SampleTerms of(Money principal, String start, String every, int count) {
        var day = LocalDate.parse(start);
        return new SampleTerms(
                principal,
                "0.12",
                Method.DECLINING,
                Amortization.EQUAL_INSTALLMENTS,
                InterestPeriod.DAILY,
                "ACT/365",
                every,
                DueDates.of(day, null, Step.parse(every), count),
                List.of(new Disbursement(day, principal)),
                Rounding.HALF_EVEN,
                List.of(),
                "0",
                Grace.NONE,
                null);
    }

    static SampleTerms example() {
        return of(Money.of("CNY", "12000.00"), "2026-01-01", "P1M", 3);
    }

    LoanTerms terms() {
        return new LoanTerms(
                principal,
                Rate.of(rate),
                method,
                amortization,
                interestPeriod,
                DayCount.parse(dayCount),
                Step.parse(every),
                dueDates,
                Convention.STANDARD,
                disbursements,
                rounding,
                fees,
                new BigDecimal(downPayment),
                grace,
                penalty);
    }

    SampleTerms rate(String other) {
        return new SampleTerms(
                principal,
                other,
                method,
                amortization,
                interestPeriod,
                dayCount,
                every,
                dueDates,
                disbursements,
                rounding,
                fees,
                downPayment,
                grace,
                penalty);
    }

    SampleTerms method(Method other) {
        return new SampleTerms(
                principal,
                rate,
                other,
                amortization,
                interestPeriod,
                dayCount,
                every,
                dueDates,
                disbursements,
                rounding,
                fees,
                downPayment,
                grace,
                penalty);
    }

    SampleTerms amortization(Amortization other) {
        return new SampleTerms(
                principal,
                rate,
                method,
                other,
                interestPeriod,
                dayCount,
                every,
                dueDates,
                disbursements,
                rounding,
                fees,
                downPayment,
                grace,
                penalty);
    }

    SampleTerms interestPeriod(InterestPeriod other) {
        return new SampleTerms(
                principal,
                rate,
                method,
                amortization,
                other,
                dayCount,
                every,
                dueDates,
                disbursements,
                rounding,
                fees,
                downPayment,
                grace,
                penalty);
    }

    SampleTerms dayCount(String other) {
        return new SampleTerms(
                principal,
                rate,
                method,
                amortization,
                interestPeriod,
                other,
                every,
                dueDates,
                disbursements,
                rounding,
                fees,
                downPayment,
                grace,
                penalty);
    }

    SampleTerms dueDates(UnaryOperator<List<LocalDate>> change) {
        return new SampleTerms(
                principal,
                rate,
                method,
                amortization,
                interestPeriod,
                dayCount,
                every,
                change.apply(dueDates),
                disbursements,
                rounding,
                fees,
                downPayment,
                grace,
                penalty);
    }

    SampleTerms disbursements(List<Disbursement> other) {
        return new SampleTerms(
                principal,
                rate,
                method,
                amortization,
                interestPeriod,
                dayCount,
                every,
                dueDates,
                other,
                rounding,
                fees,
                downPayment,
                grace,
                penalty);
    }

    SampleTerms rounding(RoundingMode mode, long multipleUnits) {
        return new SampleTerms(
                principal,
                rate,
                method,
                amortization,
                interestPeriod,
                dayCount,
                every,
                dueDates,
                disbursements,
                new Rounding(mode, multipleUnits),
                fees,
                downPayment,
                grace,
                penalty);
    }

    SampleTerms fees(Fee... other) {
        return new SampleTerms(
                principal,
                rate,
                method,
                amortization,
                interestPeriod,
                dayCount,
                every,
                dueDates,
                disbursements,
                rounding,
                List.of(other),
                downPayment,
                grace,
                penalty);
    }

    SampleTerms downPayment(String percent) {
        return new SampleTerms(
                principal,
                rate,
                method,
                amortization,
                interestPeriod,
                dayCount,
                every,
                dueDates,
                disbursements,
                rounding,
                fees,
                percent,
                grace,
                penalty);
    }

    SampleTerms grace(int principalRows, int interestRows, int freeRows) {
        return new SampleTerms(
                principal,
                rate,
                method,
                amortization,
                interestPeriod,
                dayCount,
                every,
                dueDates,
                disbursements,
                rounding,
                fees,
                downPayment,
                new Grace(principalRows, interestRows, freeRows),
                penalty);
    }

    SampleTerms penalty(String perYear, Penalty.On on, int graceDays) {
        return new SampleTerms(
                principal,
                rate,
                method,
                amortization,
                interestPeriod,
                dayCount,
                every,
                dueDates,
                disbursements,
                rounding,
                fees,
                downPayment,
                grace,
                new Penalty(Rate.of(perYear), on, graceDays));
    }
}
