package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * Fineract's interest by days on its older schedules: a rate per day, over a year that never has 366 days. Months of 30
 * days and years of a fixed length count as such in whole.
 */
final class FineractDayInterest implements InterestRule {
    private static final MathContext DIGITS = FineractInterest.DIGITS;

    private final Step every;
    private final DayCount dayCount;
    private final BigDecimal perDay;
    private final RoundingMode mode;

    FineractDayInterest(LoanTerms terms) {
        every = terms.every();
        dayCount = terms.dayCount();
        perDay = perDay(terms);
        mode = terms.rounding().mode();
    }

    static BigDecimal perDay(LoanTerms terms) {
        var year = terms.dayCount().daysOfYear().orElse(365);
        return terms.annualRate().perYear().divide(BigDecimal.valueOf(year), DIGITS);
    }

    @Override
    public BigDecimal factor(Period period, LocalDate from, LocalDate to) {
        return perDay.multiply(days(period, from, to), DIGITS);
    }

    private BigDecimal days(Period period, LocalDate from, LocalDate to) {
        var days = FineractInterest.days(from, to);
        var whole = BigDecimal.valueOf(stepDays());
        return whole.signum() == 0 || !every.spans(period.from(), period.due())
                ? days
                : whole.multiply(days).divide(BigDecimal.valueOf(period.days()), DIGITS);
    }

    /** Nought where days of the calendar count. */
    private long stepDays() {
        if (every.unit() == StepUnit.MONTH) {
            return (long) dayCount.daysOfMonth().orElse(0) * every.count();
        }
        return every.unit() == StepUnit.YEAR ? (long) dayCount.daysOfYear().orElse(0) * every.count() : 0;
    }

    @Override
    public long of(Period period, List<Segment> segments) {
        return exact(period, segments).setScale(0, mode).longValueExact();
    }
}
