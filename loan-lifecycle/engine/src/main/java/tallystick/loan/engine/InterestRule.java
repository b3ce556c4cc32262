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

    /** The same where the balance stays what it is. */
    default long of(Period period, long balanceUnits) {
        return of(period, List.of(new Segment(period.from(), period.due(), balanceUnits)));
    }

    /** The same before it is rounded. */
    default BigDecimal exact(Period period, List<Segment> segments) {
        var interest = BigDecimal.ZERO;
        for (var segment : segments) {
            interest = interest.add(
                    factor(period, segment.from(), segment.to()).multiply(BigDecimal.valueOf(segment.balanceUnits())));
        }
        return interest;
    }

    /** Whether the rate changes on a day after one and not after the other. */
    default boolean changes(LocalDate after, LocalDate through) {
        return false;
    }

    /** The rule as it is known on a day: rates of later days are not. */
    default InterestRule knownOn(LocalDate day) {
        return this;
    }

    static InterestRule of(LoanTerms terms) {
        return terms.rates().isEmpty() ? ofOneRate(terms) : SteppedInterest.of(terms);
    }

    static InterestRule ofOneRate(LoanTerms terms) {
        if (terms.method() == Method.FLAT) {
            return terms.convention() == Convention.STANDARD ? new FlatInterest(terms) : new FineractFlat(terms);
        }
        var daily = terms.interestPeriod() == InterestPeriod.DAILY;
        return switch (terms.convention()) {
            case STANDARD -> daily ? new DailyInterest(terms) : new StepInterest(terms);
            case FINERACT_CUMULATIVE -> daily ? new FineractDayInterest(terms) : new StepInterest(terms);
            case FINERACT_PROGRESSIVE -> daily ? new FineractInterest(terms) : new StepInterest(terms);
            case FINERACT_PROGRESSIVE_2025 -> new FineractInterest2025(terms);
        };
    }
}
