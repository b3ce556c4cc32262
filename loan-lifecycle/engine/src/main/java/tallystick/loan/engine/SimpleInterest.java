package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import tallystick.kernel.Rate;

/** Interest beside the schedule, on an amount that stays as it is from one day to another. */
final class SimpleInterest {
    private SimpleInterest() {}

    /** In minor units, not rounded. Days count as in the contract; where they have no rule of ours, over 365. */
    static BigDecimal of(LoanTerms terms, Rate annualRate, BigDecimal units, LocalDate from, LocalDate to) {
        var dayCount = terms.dayCount().isOurs() ? terms.dayCount() : DayCount.ACT_365;
        var year = dayCount.between(from, to, new Period(1, 1, from, to), terms.every());
        return annualRate
                .perYear()
                .multiply(units)
                .multiply(BigDecimal.valueOf(year.numerator()))
                .divide(BigDecimal.valueOf(year.denominator()), MathContext.DECIMAL128);
    }
}
