package tallystick.application.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationCommand.ApprovePayee;
import tallystick.application.api.ApplicationCommand.AskCancellation;
import tallystick.application.api.ApplicationCommand.CorrectPayee;
import tallystick.application.api.ApplicationCommand.LetStandIn;
import tallystick.application.api.ApplicationCommand.TakeCancelled;
import tallystick.application.api.ApplicationCommand.TakePayoutDone;
import tallystick.application.api.ApplicationCommand.TakePayoutFailed;
import tallystick.application.api.ApplicationCommand.TakePayoutReturned;
import tallystick.application.api.ApplicationCommand.TakeStandbyDecline;
import tallystick.application.api.ApplicationCommand.TakeStandbySilence;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.ApplicationCancelled;
import tallystick.application.api.ApplicationEvent.ApplicationFunded;
import tallystick.application.api.ApplicationEvent.CancellationAsked;
import tallystick.application.api.ApplicationEvent.PayeeApproved;
import tallystick.application.api.ApplicationEvent.PayeeProposed;
import tallystick.application.api.ApplicationEvent.PayoutCameBack;
import tallystick.application.api.ApplicationEvent.PayoutFailed;
import tallystick.application.api.ApplicationEvent.StandbyCalled;
import tallystick.application.api.ApplicationEvent.StandbyDeclined;
import tallystick.application.api.ApplicationEvent.StandbyStoodIn;
import tallystick.application.api.ApplicationEvent.StandbyUnknown;
import tallystick.kernel.LoanId;
import tallystick.runtime.approval.FourEyes;

/** The payout: done, failed, corrected or cancelled, as the loan tells. */
final class Paying {
    private Paying() {}

    static List<ApplicationEvent> done(TakePayoutDone c, Application is) {
        return is.state().isPayout() && c.loan().equals(is.loan())
                ? List.of(new ApplicationFunded(is.id(), c.loan(), c.valueDate(), c.at()))
                : List.of();
    }

    /** A cancellation that was asked for is then easy: nothing was paid. */
    static List<ApplicationEvent> failed(TakePayoutFailed c, Application is) {
        var open = is.state() == State.PAYING_OUT || is.state() == State.CANCEL_REQUESTED;
        if (!open || !c.loan().equals(is.loan()) || isAsked(c.leg(), is)) {
            return List.of();
        }
        return List.of(called(c, is).orElseGet(() -> new PayoutFailed(is.id(), c.loan(), c.reason(), c.at())));
    }

    /** A repeat of the failure for which who stands by was called, or for which the applicant agreed to a smaller loan. */
    private static boolean isAsked(@Nullable Integer leg, Application is) {
        var called = is.contractedAttempt().called();
        return leg != null
                && (is.isSmallerAgreed() || (called != null && called.leg() == leg && !called.orderedAgain()));
    }

    /** For a partner only: with whom the borrower's money arrives is nobody's to replace. */
    private static Optional<ApplicationEvent> called(TakePayoutFailed c, Application is) {
        var attempt = is.contractedAttempt();
        var standby = attempt.programme().standby();
        var leg = c.leg();
        if (standby == null || leg == null || leg == Attempt.LEAD_LEG || is.state() != State.PAYING_OUT) {
            return Optional.empty();
        }
        var share = standby.insteadOf(attempt.share(leg));
        return Optional.of(new StandbyCalled(is.id(), c.loan(), attempt.nr(), leg, share, c.reason(), c.at()));
    }

    /** The payout has failed with it, unless the share was ordered again meanwhile. */
    static List<ApplicationEvent> standbyDeclined(TakeStandbyDecline c, Application is) {
        var attempt = is.contractedAttempt();
        var called = attempt.called();
        if (called == null || called.leg() != c.leg() || !c.loan().equals(is.loan())) {
            return List.of();
        }
        var declined = new StandbyDeclined(is.id(), c.loan(), attempt.nr(), c.leg(), c.reason(), c.at());
        var open = is.state() == State.PAYING_OUT || is.state() == State.CANCEL_REQUESTED;
        return open && !called.orderedAgain()
                ? List.of(declined, new PayoutFailed(is.id(), c.loan(), c.reason(), c.at()))
                : List.of(declined);
    }

    /** Before anybody else is asked, it is proven not to lend: it is told to stop. */
    static List<ApplicationEvent> standbySilent(TakeStandbySilence c, Application is) {
        var last = is.lastAttempt();
        var called = last == null || last.nr() != c.placement() ? null : last.called();
        return called == null || called.unanswered()
                ? List.of()
                : List.of(new StandbyUnknown(is.id(), loan(is), c.placement(), called.leg(), c.at()));
    }

    /** Only who was called, and once. */
    static List<ApplicationEvent> stoodIn(LetStandIn c, Application is) {
        if (!is.state().isPayout() || !c.loan().equals(is.loan())) {
            return List.of();
        }
        var attempt = is.contractedAttempt();
        var called = attempt.called();
        return called == null || called.leg() != c.leg()
                ? List.of()
                : List.of(new StandbyStoodIn(
                        is.id(), c.loan(), attempt.nr(), c.leg(), attempt.sharesWith(called), c.at()));
    }

    /** What was paid is back, perhaps after everything seemed done; of what is back no smaller loan is made. */
    static List<ApplicationEvent> returned(TakePayoutReturned c, Application is) {
        var paid = Set.of(State.PAYING_OUT, State.CANCEL_REQUESTED, State.FUNDED)
                        .contains(is.state())
                || is.smaller() != null
                || is.recalls().stream().anyMatch(recall -> recall.order().equals(c.order()));
        return paid && c.loan().equals(is.loan())
                ? List.of(new PayoutCameBack(is.id(), c.loan(), c.reason(), c.at(), c.order()))
                : List.of();
    }

    /** Once the applicant has agreed to what is paid, nothing is left to be stopped. */
    static List<ApplicationEvent> cancellation(AskCancellation c, Application is) {
        if (is.isSmallerAgreed()) {
            throw Refusals.smallerAgreed(is);
        }
        return switch (is.state()) {
            case CANCEL_REQUESTED, CANCELLED -> List.of();
            case PAYING_OUT, PAYOUT_FAILED ->
                List.of(new CancellationAsked(is.id(), loan(is), c.reason(), c.by(), c.at()));
            default -> throw Refusals.nothingToCancel(is);
        };
    }

    static List<ApplicationEvent> cancelled(TakeCancelled c, Application is) {
        return is.state().isPayout() ? List.of(new ApplicationCancelled(is.id(), c.reason(), c.at())) : List.of();
    }

    static List<ApplicationEvent> propose(CorrectPayee c, Application is) {
        is.failedPayout();
        var now = is.payee();
        return now != null && now.hash().equals(c.accountHash())
                ? List.of()
                : List.of(new PayeeProposed(is.id(), c.account(), c.accountHash(), c.by(), c.at()));
    }

    static List<ApplicationEvent> approve(ApprovePayee c, Application is) {
        var proposed = is.payee();
        if (is.state() != State.PAYOUT_FAILED || proposed == null) {
            throw Refusals.noPayeeProposed(is);
        }
        FourEyes.mustBeShown("the proposed account", proposed.hash(), c.accountHash());
        FourEyes.mustDiffer(proposed.proposedBy(), c.by());
        if (is.held() != null) {
            throw Refusals.held(is);
        }
        return List.of(new PayeeApproved(is.id(), loan(is), proposed.account(), proposed.proposedBy(), c.by(), c.at()));
    }

    private static LoanId loan(Application is) {
        return Objects.requireNonNull(is.loan(), "An application that is paid out has a loan.");
    }
}
