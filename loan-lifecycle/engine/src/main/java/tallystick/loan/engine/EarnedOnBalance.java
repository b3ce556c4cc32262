package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.List;

/** Interest that follows the balance: earned day by day on what was left of the principal. */
final class EarnedOnBalance implements Earning {
    private final LoanTerms terms;
    private final List<Period> periods;
    private final InterestRule rule;
    private final Balances balances;
    private final Schedule schedule;
    private final long waiting;

    /** @param waiting what was earned before the schedule starts, and is paid with its first row */
    EarnedOnBalance(LoanTerms terms, Schedule schedule, long waiting) {
        this.terms = terms;
        this.schedule = schedule;
        this.waiting = waiting;
        periods = Periods.of(terms);
        rule = InterestRule.of(terms);
        balances = Balances.of(schedule);
    }

    @Override
    public long accrued(LocalDate through) {
        var earned = waiting;
        for (var period : periods) {
            if (period.from().isBefore(through) && period.nr() > terms.grace().interestFree()) {
                earned += earned(period, through);
            }
        }
        return Math.max(0, earned - schedule.interestTold(through));
    }

    /** A loan that an agreed instalment has paid bears nothing in the periods after. */
    private long earned(Period period, LocalDate through) {
        var end = period.due().isAfter(through) ? through : period.due();
        var segments = balances.between(period.from(), end);
        if (end.isBefore(period.due())) {
            return rule.exact(period, segments)
                    .setScale(0, terms.rounding().mode())
                    .longValueExact();
        }
        return segments.isEmpty() ? 0 : rule.of(period, segments);
    }
}
