package tallystick.loan.servicing;

import java.util.List;
import tallystick.loan.api.LoanCommand.HoldLoan;
import tallystick.loan.api.LoanCommand.LiftHold;
import tallystick.loan.api.LoanCommand.WithdrawLoan;
import tallystick.loan.api.LoanEvent;
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
        if (c.date().isAfter(since.plusDays(c.days()))) {
            throw Refusals.coolingOffOver(is, since.plusDays(c.days()), c.date());
        }
        var payoff = Standing.of(is).payoff(c.date());
        var owed = new Parts(payoff.principal(), payoff.interest(), is.zero(), is.zero(), is.zero());
        return List.of(new LoanWithdrawn(is.id(), c.reason(), owed, c.date(), c.by(), c.at()));
    }
}
