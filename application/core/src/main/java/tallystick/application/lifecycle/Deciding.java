package tallystick.application.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationCommand;
import tallystick.application.api.ApplicationCommand.*;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.*;
import tallystick.application.lifecycle.Application.Referral;

/** What happens on a command: nothing when it has had its effect, an event, or a refusal. */
final class Deciding {
    private static final int MOST_DOCUMENTS = 50;

    private Deciding() {}

    static List<ApplicationEvent> decide(ApplicationCommand command, @Nullable Application is) {
        if (command instanceof StartDraft c) {
            return is == null ? List.of(new DraftStarted(c.target(), c.draft(), c.by(), c.at())) : List.of();
        }
        if (is == null) {
            throw Refusals.unknown(command.target().value());
        }
        return switch (command) {
            case StartDraft _ -> List.of();
            case ChangeDraft c -> change(c, is);
            case SubmitApplication c -> submit(c, is);
            case AssignApplication c -> assign(c, is);
            case AddNote c ->
                is.notes().contains(c.note())
                        ? List.of()
                        : List.of(new NoteAdded(is.id(), c.note(), c.text(), c.by(), c.at()));
            case AttachDocument c -> attach(c, is);
            case GiveConsent c -> consent(c, is);
            case WithdrawConsent c -> withdrawn(c, is);
            case TakeAuditResult c -> audited(c, is);
            case TakeReviewQuestion c -> asked(c, is);
            case PlaceApplication c -> Placing.place(c, is);
            case TakeBankApproval c -> Placing.approved(c, is);
            case TakeBankDecline c -> Placing.declined(c, is);
            case TakeBankRevocation c -> Placing.revoked(c, is);
            case TakeBankSilence c -> Placing.silent(c, is);
            case MakeOffer c -> Offering.made(c, is);
            case ExpireOffer c -> Offering.expired(c, is);
            case AcceptOffer c -> Offering.accepted(c, is);
            case AskSignature c -> Signing.asked(c, is);
            case TakeSignature c -> Signing.taken(c, is);
            case TakeSignatureDecline c -> Signing.declined(c, is);
            case EndCoolingOff c -> Signing.cooledOff(c, is);
            case MeetCondition c -> Offering.met(c, is);
            case HoldApplication c -> Holding.hold(c, is);
            case LiftHold c -> Holding.lift(c, is);
            case SignContract c -> Signing.signed(c, is);
            case WithdrawApplication c -> withdraw(c, is);
            case TakePayoutDone c -> Paying.done(c, is);
            case TakePayoutFailed c -> Paying.failed(c, is);
            case TakeStandbyDecline c -> Paying.standbyDeclined(c, is);
            case LetStandIn c -> Paying.stoodIn(c, is);
            case TakeStandbySilence c -> Paying.standbySilent(c, is);
            case OfferSmallerLoan c -> InPart.offered(c, is);
            case AgreeToSmallerLoan c -> InPart.agreed(c, is);
            case TakeSmallerLoan c -> InPart.taken(c, is);
            case AskBack c -> InPart.askBack(c, is);
            case TakeRecallRefusal c -> InPart.refused(c, is);
            case TakeRecallSilence c -> InPart.silent(c, is);
            case TakePayoutReturned c -> Paying.returned(c, is);
            case AskCancellation c -> Paying.cancellation(c, is);
            case TakeCancelled c -> Paying.cancelled(c, is);
            case CorrectPayee c -> Paying.propose(c, is);
            case ApprovePayee c -> Paying.approve(c, is);
        };
    }

    private static List<ApplicationEvent> change(ChangeDraft c, Application is) {
        if (is.state() != State.DRAFT) {
            throw Refusals.notDraft(is);
        }
        return is.draft().equals(c.draft()) ? List.of() : List.of(new DraftChanged(is.id(), c.draft(), c.by(), c.at()));
    }

    private static List<ApplicationEvent> submit(SubmitApplication c, Application is) {
        if (is.state() != State.DRAFT) {
            throw Refusals.notDraft(is);
        }
        var draft = is.draft();
        var amount = draft.amount();
        var count = draft.count();
        if (amount == null || count == null) {
            throw new IllegalArgumentException("Expected amount and count of %s to be there.".formatted(is.id()));
        }
        return List.of(new ApplicationSubmitted(
                is.id(),
                c.audit(),
                c.applicant(),
                draft.product(),
                draft.productVersion(),
                amount,
                count,
                draft.channel(),
                draft.purpose(),
                c.details(),
                c.facts(),
                c.account(),
                c.bankSharing(),
                c.agreement(),
                c.by(),
                c.at(),
                c.others(),
                draft.dealer()));
    }

    private static List<ApplicationEvent> assign(AssignApplication c, Application is) {
        if (is.state().isEnd()) {
            throw Refusals.ended(is);
        }
        return c.officer().equals(is.officer())
                ? List.of()
                : List.of(new ApplicationAssigned(is.id(), c.officer(), c.note(), c.by(), c.at()));
    }

    /** The same bytes of the same kind are attached once. */
    private static List<ApplicationEvent> attach(AttachDocument c, Application is) {
        if (is.documents().stream()
                .anyMatch(known -> known.hash().equals(c.document().hash())
                        && known.kind().equals(c.document().kind()))) {
            return List.of();
        }
        if (is.state().isEnd()) {
            throw Refusals.ended(is);
        }
        if (is.documents().size() >= MOST_DOCUMENTS) {
            throw Refusals.tooManyDocuments(is, MOST_DOCUMENTS);
        }
        return List.of(new DocumentAttached(is.id(), c.document(), c.by(), c.at()));
    }

    private static List<ApplicationEvent> consent(GiveConsent c, Application is) {
        if (is.state().isEnd()) {
            throw Refusals.ended(is);
        }
        return is.draft().consents().contains(c.consent())
                ? List.of()
                : List.of(new ConsentGiven(is.id(), c.consent(), c.by(), c.at()));
    }

    private static List<ApplicationEvent> withdrawn(WithdrawConsent c, Application is) {
        var meant = is.draft().consents().stream()
                .filter(consent -> consent.isMeant(c.purpose(), c.recipient()))
                .toList();
        if (meant.isEmpty()) {
            throw Refusals.noSuchConsent(is, c.purpose());
        }
        return meant.stream().allMatch(consent -> consent.withdrawnAt() != null)
                ? List.of()
                : List.of(new ConsentWithdrawn(is.id(), c.purpose(), c.recipient(), c.by(), c.at()));
    }

    /** Only the audit it waits for counts, and only once. */
    private static List<ApplicationEvent> audited(TakeAuditResult c, Application is) {
        if (is.state() != State.IN_AUDIT || !is.submitted().audit().equals(c.audit())) {
            return List.of();
        }
        return switch (c.result()) {
            case APPROVED ->
                List.of(new ApplicationApproved(
                        is.id(), c.audit(), c.limit(), c.annualRate(), c.grade(), c.at(), c.conditions()));
            case REFERRED -> is.referred() ? List.of() : List.of(new ApplicationReferred(is.id(), c.audit(), c.at()));
            case DECLINED -> List.of(new ApplicationDeclined(is.id(), c.audit(), c.at()));
        };
    }

    private static List<ApplicationEvent> asked(TakeReviewQuestion c, Application is) {
        var wanted = c.open() ? Referral.WITH_REVIEWER : Referral.WITH_OFFICER;
        if (is.referral() != wanted || !is.submitted().audit().equals(c.audit())) {
            return List.of();
        }
        return List.of(
                c.open()
                        ? new ReviewerAsked(is.id(), c.audit(), c.at())
                        : new ReviewerAnswered(is.id(), c.audit(), c.at()));
    }

    private static List<ApplicationEvent> withdraw(WithdrawApplication c, Application is) {
        if (is.state() == State.WITHDRAWN) {
            return List.of();
        }
        Refusals.mustPrecedePayout(is);
        return List.of(new ApplicationWithdrawn(is.id(), c.reason(), c.by(), c.at()));
    }
}
