package tallystick.application.origination;

import java.util.Objects;
import tallystick.application.api.ApplicationCommand.LetStandIn;
import tallystick.application.lifecycle.Application;
import tallystick.application.lifecycle.Attempt;
import tallystick.application.lifecycle.Attempt.Called;
import tallystick.application.placement.Placements;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Refused;
import tallystick.loan.api.LoanCommand.ReplaceLender;

/**
 * The bank that stands by, asked to lend the share of one that did not pay it. What is reserved for it is kept when it lends,
 * and then that of the other is given back; else its own is. Every step may be repeated.
 */
final class StandIn {
    private final Lenders lenders;
    private final Lending lending;
    private final ApplicationId id;
    private final LoanId loan;
    private final Attempt attempt;
    private final Called called;

    StandIn(Lenders lenders, Lending lending, Application application, Attempt attempt, Called called) {
        this.lenders = lenders;
        this.lending = lending;
        this.id = application.id();
        this.loan = Objects.requireNonNull(application.loan());
        this.attempt = attempt;
        this.called = called;
    }

    LoanId loan() {
        return loan;
    }

    int leg() {
        return called.leg();
    }

    void ask() {
        var at = lenders.now();
        lending.hold(called.share(), at);
        lending.ask(credit(), called.share(), at);
    }

    /** Says whether the loan takes it: not when the share was ordered from the other bank once more meanwhile. */
    boolean lends() {
        var funding = Lending.funding(attempt.sharesWith(called), true);
        try {
            lenders.order(new ReplaceLender(loan, called.leg(), called.share().bank(), funding, lenders.now()));
        } catch (Refused orderedAgain) {
            return false;
        }
        lending.doWithout(attempt.share(called.leg()), "another lends its share");
        lending.confirm(called.share(), lenders.now());
        lenders.order(new LetStandIn(id, loan, called.leg(), lenders.now()));
        return true;
    }

    void giveBack(String because) {
        lending.giveBack(called.share(), because);
    }

    /** One cancel, for ever. */
    void cancel() {
        lending.cancel(credit(), called.share());
    }

    private InstructionId credit() {
        return Placements.standIn(id, attempt.nr());
    }
}
