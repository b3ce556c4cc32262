package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The same since 2025: actual days count over the year without regard to the month, interest by whole periods exists, a
 * sub-period takes its part of the interest until the due date, and a row is rounded once.
 */
final class FineractInterest2025 extends FineractInterest {
    FineractInterest2025(LoanTerms terms) {
        super(terms);
    }

    @Override
    public BigDecimal factor(Period period, LocalDate from, LocalDate to) {
        var every = terms.every();
        if (terms.interestPeriod() == InterestPeriod.PER_PERIOD && countsPeriods()) {
            var year = every.ofYear();
            return ofPeriod(
                    BigDecimal.valueOf(year.numerator()), BigDecimal.valueOf(year.denominator()), period, from, to);
        }
        if (crossesYears(from, to)) {
            return scaled(rate().multiply(years(from, to), DIGITS));
        }
        return terms.dayCount().daysOfMonth().isPresent()
                ? super.factor(period, from, to)
                : scaled(rate().multiply(days(from, to).divide(year(from), DIGITS), DIGITS));
    }

    private boolean countsPeriods() {
        return terms.every().unit() == StepUnit.MONTH || terms.every().unit() == StepUnit.WEEK;
    }

    @Override
    public BigDecimal exact(Period period, List<Segment> segments) {
        var interest = BigDecimal.ZERO;
        for (var segment : segments) {
            interest = interest.add(BigDecimal.valueOf(segment.balanceUnits())
                    .multiply(factor(period, segment.from(), period.due()), DIGITS)
                    .divide(days(segment.from(), period.due()), DIGITS)
                    .multiply(days(segment.from(), segment.to()), DIGITS));
        }
        return interest;
    }

    @Override
    public long of(Period period, List<Segment> segments) {
        return round(exact(period, segments));
    }
}
