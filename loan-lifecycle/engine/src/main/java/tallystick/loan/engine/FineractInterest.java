package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;

/**
 * Fineract's interest on progressive schedules: a step's days over the year's, and of that what the days of a
 * sub-period are of the period's. Factors have twelve digits.
 */
final class FineractInterest implements InterestRule {
    static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    private final LoanTerms terms;
    private final boolean roundsOnce;

    private FineractInterest(LoanTerms terms, boolean roundsOnce) {
        this.terms = terms;
        this.roundsOnce = roundsOnce;
    }

    static FineractInterest of(LoanTerms terms) {
        return new FineractInterest(terms, terms.convention() == Convention.FINERACT_PROGRESSIVE_2025);
    }

    @Override
    public BigDecimal factor(Period period, LocalDate from, LocalDate to) {
        if (terms.dayCount().daysOfYear().isPresent()) {
            return part(period, from, to, terms.dayCount().daysOfYear().getAsInt());
        }
        var factor = BigDecimal.ZERO;
        var start = from;
        for (var year = Year.from(from); start.isBefore(to); year = year.plusYears(1)) {
            // The last day of a year counts with the next one.
            var yearEnd = year.atMonth(12).atEndOfMonth();
            var end = yearEnd.isBefore(to) ? yearEnd : to;
            factor = factor.add(part(period, start, end, year.length()), DIGITS);
            start = end;
        }
        return factor;
    }

    private BigDecimal part(Period period, LocalDate from, LocalDate to, int year) {
        return terms.annualRate()
                .perYear()
                .multiply(BigDecimal.valueOf(stepDays(from, year)), DIGITS)
                .divide(BigDecimal.valueOf(year), DIGITS)
                .multiply(BigDecimal.valueOf(to.toEpochDay() - from.toEpochDay()), DIGITS)
                .divide(BigDecimal.valueOf(period.days()), DIGITS);
    }

    private long stepDays(LocalDate from, int year) {
        var every = terms.every();
        return switch (every.unit()) {
            case DAYS -> every.count();
            case WEEKS -> 7L * every.count();
            case MONTHS -> (long) terms.dayCount().daysOfMonth().orElse(from.lengthOfMonth()) * every.count();
            default -> (long) year * every.count();
        };
    }

    @Override
    public long of(Period period, List<Segment> segments) {
        if (roundsOnce) {
            return round(exact(period, segments));
        }
        var interest = 0L;
        for (var segment : segments) {
            interest += round(exact(period, List.of(segment)));
        }
        return interest;
    }

    private long round(BigDecimal amount) {
        return amount.setScale(0, terms.rounding().mode()).longValueExact();
    }
}
