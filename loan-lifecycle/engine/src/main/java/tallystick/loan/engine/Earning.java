package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;

/**
 * How much of the planned interest is earned by a day. By balances and days where interest follows the balance; flat
 * interest is earned evenly over its row.
 */
final class Earning {
    private final LoanTerms terms;
    private final List<Period> periods;
    private final InterestRule rule;
    private final Balances balances;
    private final Schedule schedule;
    private final long waiting;

    /** @param waiting what was earned before the schedule starts, and is paid with its first row */
    Earning(LoanTerms terms, Schedule schedule, long waiting) {
        this.terms = terms;
        this.schedule = schedule;
        this.waiting = waiting;
        periods = Periods.of(terms);
        rule = InterestRule.of(terms);
        balances = Balances.of(schedule);
    }

    /** What is earned through a day and in no row that is due by then. */
    long accrued(LocalDate through) {
        var earned = waiting;
        for (var period : periods) {
            if (period.from().isBefore(through)) {
                earned += earned(period, through);
            }
        }
        for (var row : schedule.rows()) {
            earned -= row.due().isAfter(through) ? 0 : row.parts().interestUnits();
        }
        return Math.max(0, earned);
    }

    private long earned(Period period, LocalDate through) {
        if (period.nr() <= terms.grace().interestFree()) {
            return 0;
        }
        return period.due().isAfter(through) ? round(exact(period, period.from(), through)) : whole(period);
    }

    /** A loan that an agreed instalment has paid bears nothing in the periods after. */
    private long whole(Period period) {
        var segments = balances.between(period.from(), period.due());
        return segments.isEmpty() && terms.method() != Method.FLAT ? 0 : rule.of(period, segments);
    }

    private BigDecimal exact(Period period, LocalDate from, LocalDate to) {
        if (terms.method() != Method.FLAT) {
            return rule.exact(period, balances.between(from, to));
        }
        return BigDecimal.valueOf(rule.of(period, List.of()))
                .multiply(BigDecimal.valueOf(to.toEpochDay() - from.toEpochDay()))
                .divide(BigDecimal.valueOf(period.days()), MathContext.DECIMAL128);
    }

    private long round(BigDecimal units) {
        return units.setScale(0, terms.rounding().mode()).longValueExact();
    }
}
