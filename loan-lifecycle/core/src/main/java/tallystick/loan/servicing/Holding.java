package tallystick.loan.servicing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tallystick.loan.api.LoanCommand.HoldLoan;
import tallystick.loan.api.LoanCommand.LiftHold;
import tallystick.loan.api.LoanCommand.WithdrawLoan;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.FeeWaived;
import tallystick.loan.api.LoanEvent.Grounds;
import tallystick.loan.api.LoanEvent.HoldLifted;
import tallystick.loan.api.LoanEvent.LoanHeld;
import tallystick.loan.api.LoanEvent.LoanWithdrawn;
import tallystick.loan.api.LoanEvent.Parts;

/** What stops a loan, for a while or for good. */
final class Holding {
    private Holding() {}

    static List<LoanEvent> hold(HoldLoan c, Loan is) {
        return c.why() == is.care().hold()
                ? List.of()
                : List.of(new LoanHeld(is.id(), c.why(), c.note(), c.by(), c.at()));
    }

    static List<LoanEvent> lift(LiftHold c, Loan is) {
        return is.care().hold() == null ? List.of() : List.of(new HoldLifted(is.id(), c.note(), c.by(), c.at()));
    }

    /** Within the days the law gives, principal and the interest of the days it was used are owed, and nothing else. */
    static List<LoanEvent> withdraw(WithdrawLoan c, Loan is) {
        if (is.state() == LoanState.WITHDRAWN) {
            return List.of();
        }
        var since = is.activeSince();
        if (is.state() != LoanState.ACTIVE || since == null) {
            throw Refusals.notActive(is);
        }
        var days = Objects.requireNonNullElse(is.booked().coolingOffDays(), c.days());
        if (days == 0) {
            throw Refusals.noCoolingOff(is);
        }
        if (c.date().isAfter(since.plusDays(days))) {
            throw Refusals.coolingOffOver(is, since.plusDays(days), c.date());
        }
        var payoff = Standing.of(is).payoff(c.date());
        var owed = new Parts(payoff.principal(), payoff.interest(), is.zero(), is.zero(), is.zero());
        var events = new ArrayList<LoanEvent>();
        events.add(new LoanWithdrawn(is.id(), c.reason(), owed, c.date(), c.by(), c.at()));
        var now = Telling.after(is, events.getFirst());
        for (var charge : is.charges()) {
            for (var event : waived(charge, c, now)) {
                events.add(event);
                now = Telling.after(now, event);
            }
        }
        return events;
    }

    /** What was charged is owed no more; where it was paid already, the money pays the debt instead. */
    private static List<LoanEvent> waived(Charge charge, WithdrawLoan c, Loan is) {
        if (!charge.left().isPositive()) {
            return List.of();
        }
        var why = new Grounds("withdrawal", c.reason(), c.by(), null);
        var fact = new FeeWaived(is.id(), charge.nr(), charge.left(), c.date(), why, c.at());
        return Restating.after(is, fact, c.date(), c.at());
    }
}
