package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Fineract's interest by days on its older schedules: a rate per day, over a year that never has 366 days. */
final class FineractDayInterest implements InterestRule {
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    private final BigDecimal perDay;
    private final RoundingMode mode;

    private FineractDayInterest(BigDecimal perDay, RoundingMode mode) {
        this.perDay = perDay;
        this.mode = mode;
    }

    static FineractDayInterest of(LoanTerms terms) {
        var year = terms.dayCount().daysOfYear().orElse(365);
        return new FineractDayInterest(
                terms.annualRate().perYear().divide(BigDecimal.valueOf(year), DIGITS),
                terms.rounding().mode());
    }

    @Override
    public BigDecimal factor(Period period, LocalDate from, LocalDate to) {
        return perDay.multiply(BigDecimal.valueOf(to.toEpochDay() - from.toEpochDay()), DIGITS);
    }

    @Override
    public long of(Period period, List<Segment> segments) {
        return exact(period, segments).setScale(0, mode).longValueExact();
    }
}
