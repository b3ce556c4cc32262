package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;

/**
 * Fineract's interest on progressive schedules: a step's days over the year's, and of that what the days of a
 * sub-period are of the period's. Each sub-period is rounded. Factors have twelve digits and twelve decimals.
 */
sealed class FineractInterest implements InterestRule permits FineractInterest2025 {
    static final int PLACES = 12;
    static final MathContext DIGITS = new MathContext(PLACES, RoundingMode.HALF_EVEN);

    final LoanTerms terms;

    FineractInterest(LoanTerms terms) {
        this.terms = terms;
    }

    @Override
    public BigDecimal factor(Period period, LocalDate from, LocalDate to) {
        if (crossesYears(from, to)) {
            return scaled(rate().multiply(years(from, to), DIGITS));
        }
        return ofPeriod(BigDecimal.valueOf(stepDays(from)), year(from), period, from, to);
    }

    /** Where a year has the days of the calendar, each part of a sub-period counts over its own year. */
    final boolean crossesYears(LocalDate from, LocalDate to) {
        return terms.dayCount().daysOfYear().isEmpty() && to.getYear() > from.getYear();
    }

    /** The last day of a year counts with the next one. */
    static BigDecimal years(LocalDate from, LocalDate to) {
        var sum = BigDecimal.ZERO;
        var start = from;
        for (var year = Year.from(from); !year.isAfter(Year.from(to)); year = year.plusYears(1)) {
            var end = year.equals(Year.from(to)) ? to : year.atMonth(12).atEndOfMonth();
            sum = sum.add(days(start, end).divide(BigDecimal.valueOf(year.length()), DIGITS), DIGITS);
            start = end;
        }
        return sum;
    }

    /** Of a period's interest what the days of a sub-period are of the period's. */
    final BigDecimal ofPeriod(BigDecimal step, BigDecimal year, Period period, LocalDate from, LocalDate to) {
        return scaled(rate().multiply(step.divide(year, DIGITS), DIGITS)
                .multiply(days(from, to), DIGITS)
                .divide(BigDecimal.valueOf(period.days()), DIGITS));
    }

    final BigDecimal rate() {
        return terms.annualRate().perYear();
    }

    final BigDecimal year(LocalDate from) {
        return BigDecimal.valueOf(terms.dayCount().daysOfYear().orElse(from.lengthOfYear()));
    }

    static BigDecimal days(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(to.toEpochDay() - from.toEpochDay());
    }

    static BigDecimal scaled(BigDecimal factor) {
        return factor.setScale(PLACES, RoundingMode.HALF_EVEN);
    }

    final long stepDays(LocalDate from) {
        var every = terms.every();
        return switch (every.unit()) {
            case DAY -> every.count();
            case WEEK -> 7L * every.count();
            case MONTH -> (long) terms.dayCount().daysOfMonth().orElse(from.lengthOfMonth()) * every.count();
            case HALF_MONTH -> 15L * every.count();
            case YEAR -> year(from).longValueExact() * every.count();
        };
    }

    @Override
    public long of(Period period, List<Segment> segments) {
        var interest = 0L;
        for (var segment : segments) {
            interest += round(exact(period, List.of(segment)));
        }
        return interest;
    }

    final long round(BigDecimal amount) {
        return amount.setScale(0, terms.rounding().mode()).longValueExact();
    }
}
