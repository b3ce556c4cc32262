package tallystick.loan.servicing;

import java.util.ArrayList;
import java.util.List;
import tallystick.loan.api.Bucket;
import tallystick.loan.api.LoanCommand.CloseLoanDay;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.AccrualResumed;
import tallystick.loan.api.LoanEvent.AccrualStopped;
import tallystick.loan.api.LoanEvent.BucketChanged;
import tallystick.loan.engine.Statement;

/**
 * What a business day does to a loan. What can be computed is not an event: falling due, penalty interest and days past
 * due are derived. Doing a day twice changes nothing, since the loan knows what the first time found.
 */
final class ClosingDay {
    private ClosingDay() {}

    static List<LoanEvent> close(CloseLoanDay c, Loan is) {
        if (is.activeSince() == null) {
            return List.of();
        }
        var fees = LateFees.charge(is, c.date(), c.at());
        var events = new ArrayList<>(fees);
        events.addAll(looked(c, Telling.after(is, fees)));
        return events;
    }

    private static List<LoanEvent> looked(CloseLoanDay c, Loan is) {
        var now = Standing.of(is).on(c.date());
        var late = is.state() == LoanState.ACTIVE ? Lateness.days(now) : 0;
        var events = new ArrayList<LoanEvent>();
        bucket(c, is, late, now, events);
        accrual(c, is, late, events);
        events.addAll(Dunning.promise(c, is));
        if (is.state() == LoanState.ACTIVE) {
            AddingInterest.since(is, now, c.date(), c.at()).ifPresent(events::add);
            events.addAll(Dunning.debit(c, is, now));
            events.addAll(Dunning.remind(c, is, now, late));
        }
        return events;
    }

    private static void bucket(CloseLoanDay c, Loan is, long late, Statement now, List<LoanEvent> events) {
        var from = is.care().bucket();
        var to = Bucket.of(late);
        if (from != to) {
            events.add(
                    new BucketChanged(is.id(), from, to, late, now.outstanding().principal(), c.date(), c.at()));
        }
    }

    private static void accrual(CloseLoanDay c, Loan is, long late, List<LoanEvent> events) {
        if (is.care().accruing() && late > c.stopAccruingAfter()) {
            events.add(new AccrualStopped(is.id(), late, c.date(), c.at()));
        }
        if (is.care().resumes() && late == 0) {
            events.add(new AccrualResumed(is.id(), c.date(), c.at()));
        }
    }
}
