package tallystick.application.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import tallystick.application.api.ApplicationCommand.AgreeToSmallerLoan;
import tallystick.application.api.ApplicationCommand.AskBack;
import tallystick.application.api.ApplicationCommand.OfferSmallerLoan;
import tallystick.application.api.ApplicationCommand.Paid;
import tallystick.application.api.ApplicationCommand.TakeRecallRefusal;
import tallystick.application.api.ApplicationCommand.TakeRecallSilence;
import tallystick.application.api.ApplicationCommand.TakeSmallerLoan;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.AskedBack;
import tallystick.application.api.ApplicationEvent.PayoutFailed;
import tallystick.application.api.ApplicationEvent.Recall;
import tallystick.application.api.ApplicationEvent.RecallRefused;
import tallystick.application.api.ApplicationEvent.RecallUnknown;
import tallystick.application.api.ApplicationEvent.SmallerLoanAgreed;
import tallystick.application.api.ApplicationEvent.SmallerLoanOffered;
import tallystick.application.api.ApplicationEvent.SmallerLoanTaken;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.runtime.approval.FourEyes;

/** A payout of which some lenders have paid their shares and others have not: the applicant takes that much, or it goes back. */
final class InPart {
    private InPart() {}

    static List<ApplicationEvent> offered(OfferSmallerLoan c, Application is) {
        var loan = is.failedPayout();
        if (is.contractedAttempt().called() != null) {
            throw Refusals.standbyAsked(is);
        }
        if (!is.recalls().isEmpty()) {
            throw Refusals.askedBack(is);
        }
        var offered = is.smaller();
        return offered != null && offered.shares().equals(c.shares())
                ? List.of()
                : List.of(new SmallerLoanOffered(is.id(), loan, c.offer(), c.shares(), c.reason(), c.by(), c.at()));
    }

    static List<ApplicationEvent> agreed(AgreeToSmallerLoan c, Application is) {
        var smaller = is.smaller();
        if (smaller == null) {
            throw Refusals.noSmallerLoan(is);
        }
        var offer = Objects.requireNonNull(is.offer(smaller.offer()));
        FourEyes.mustBeShown("offer " + offer.nr(), offer.hash(), c.hash());
        if (smaller.isAgreed()) {
            return List.of();
        }
        if (!c.at().isBefore(offer.expiresAt())) {
            throw Refusals.offer(is, "offer-expired", "The offer has expired", "it stood until " + offer.expiresAt());
        }
        FourEyes.mustDiffer(smaller.offeredBy(), c.by());
        var signers = Objects.requireNonNull(is.contract()).signatures().size();
        if (!smaller.isProvenBy(c.consents(), signers, is.documents())) {
            throw Refusals.consentNotAttached(is, signers);
        }
        if (is.held() != null) {
            throw Refusals.held(is);
        }
        return List.of(new SmallerLoanAgreed(
                is.id(), is.failedPayout(), offer.nr(), c.document(), c.consents(), c.by(), c.at()));
    }

    /** Only what was agreed, and once. */
    static List<ApplicationEvent> taken(TakeSmallerLoan c, Application is) {
        var smaller = is.smaller();
        if (smaller == null || smaller.document() == null || !c.loan().equals(is.loan())) {
            return List.of();
        }
        return List.of(new SmallerLoanTaken(
                is.id(),
                c.loan(),
                is.contracted().placement(),
                smaller.offer(),
                smaller.document(),
                smaller.shares(),
                c.at()));
    }

    /** Whoever was asked and has not answered is asked by the same order. */
    static List<ApplicationEvent> askBack(AskBack c, Application is) {
        var stopped = Set.of(State.CANCEL_REQUESTED, State.PAYOUT_FAILED).contains(is.state());
        if (!stopped || !c.loan().equals(is.loan())) {
            return List.of();
        }
        var recalls = c.paid().stream().map(paid -> recall(paid, c, is)).toList();
        return is.state() == State.CANCEL_REQUESTED && is.recalls().containsAll(recalls)
                ? List.of()
                : List.of(new AskedBack(is.id(), c.loan(), recalls, c.at()));
    }

    /** Once every bank has answered and not everything comes back, people go on. */
    static List<ApplicationEvent> refused(TakeRecallRefusal c, Application is) {
        if (is.recalls().stream().noneMatch(known -> known.instruction().equals(c.recall()))) {
            return List.of();
        }
        var refused = new RecallRefused(is.id(), c.loan(), c.recall(), c.reason(), c.at());
        return is.state() == State.CANCEL_REQUESTED && is.recalls().size() == 1
                ? List.of(refused, new PayoutFailed(is.id(), c.loan(), c.reason(), c.at()))
                : List.of(refused);
    }

    /** It may come yet: who was asked is not asked by another order. */
    static List<ApplicationEvent> silent(TakeRecallSilence c, Application is) {
        return is.state() == State.CANCEL_REQUESTED && !is.recalls().isEmpty() && is.loan() != null
                ? List.of(new RecallUnknown(is.id(), is.loan(), c.at()))
                : List.of();
    }

    private static Recall recall(Paid paid, AskBack c, Application is) {
        return is.recalls().stream()
                .filter(known -> known.order().equals(paid.order()))
                .findFirst()
                .orElseGet(() -> new Recall(paid.bank(), paid.order(), paid.amount(), instruction(paid, c)));
    }

    /** Another each time that it is asked for anew, which is when the order before is proven to have come to nothing. */
    private static InstructionId instruction(Paid paid, AskBack c) {
        return new InstructionId(
                Ids.derived(InstructionId.KIND, "recall", paid.order().value(), c.at().toString()));
    }
}
