package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** How interest of a period follows from its balances. */
interface InterestRule {
    /** The interest of one unit of money over a part of a period. */
    BigDecimal factor(Period period, LocalDate from, LocalDate to);

    /** What one unit at the end of a whole period is worth at its start, in {@link Discount#FACTOR_PLACES}. */
    default long discount(Period period) {
        return Discount.of(factor(period, period.from(), period.due()));
    }

    /** The interest of a row, in whole minor units. */
    long of(Period period, List<Segment> segments);

    /** The same before it is rounded. */
    default BigDecimal exact(Period period, List<Segment> segments) {
        var interest = BigDecimal.ZERO;
        for (var segment : segments) {
            interest = interest.add(
                    factor(period, segment.from(), segment.to()).multiply(BigDecimal.valueOf(segment.balanceUnits())));
        }
        return interest;
    }

    static InterestRule of(LoanTerms terms) {
        if (terms.method() == Method.FLAT) {
            return new FlatInterest(terms);
        }
        return switch (terms.convention()) {
            case STANDARD ->
                terms.interestPeriod() == InterestPeriod.DAILY ? new DailyInterest(terms) : new StepInterest(terms);
            case FINERACT_CUMULATIVE ->
                terms.interestPeriod() == InterestPeriod.DAILY
                        ? FineractDayInterest.of(terms)
                        : new StepInterest(terms);
            case FINERACT_PROGRESSIVE, FINERACT_PROGRESSIVE_2025 ->
                terms.interestPeriod() == InterestPeriod.DAILY ? FineractInterest.of(terms) : new StepInterest(terms);
        };
    }
}
