package tallystick.application.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.*;
import tallystick.application.api.Considered;
import tallystick.application.lifecycle.Application.Referral;

/** What each event means. Exhaustive by design: a new event does not compile until it is given a meaning here. */
final class Telling {
    private Telling() {}

    static Application after(@Nullable Application before, ApplicationEvent event) {
        if (event instanceof DraftStarted(var id, var draft, var by, var at)) {
            return Application.started(id, draft, by, at);
        }
        if (before == null) {
            throw new IllegalStateException("An application begins with DraftStarted; found " + event + ".");
        }
        return told(before, before.change(event.at()), event).done();
    }

    private static Application.Change told(Application before, Application.Change now, ApplicationEvent event) {
        return switch (event) {
            case DraftStarted _ -> now;
            case DraftChanged e -> now.draft(e.draft());
            case ApplicationSubmitted e -> now.submission(submission(e)).state(State.IN_AUDIT);
            case ApplicationAssigned e -> now.officer(e.officer());
            case NoteAdded e -> now.note(e.note());
            case DocumentAttached e -> now.document(e.document());
            case ConsentGiven e -> now.draft(Consenting.given(before.draft(), e.consent()));
            case ConsentWithdrawn e -> now.draft(Consenting.withdrawn(before.draft(), e));
            case ApplicationReferred _, ReviewerAnswered _ -> now.referral(Referral.WITH_REVIEWER);
            case ReviewerAsked _ -> now.referral(Referral.WITH_OFFICER);
            case ApplicationApproved e ->
                now.referral(Referral.NONE)
                        .submission(before.submitted().under(e.conditions()))
                        .state(State.APPROVED);
            case ApplicationDeclined _ -> now.referral(Referral.NONE).ended(State.DECLINED, "AUDIT");
            case AuditRenewed e ->
                now.submission(before.submitted().renewed(e.audit(), e.at())).state(State.IN_AUDIT);
            case PlacementStarted e -> now.attempt(attempt(e)).state(State.PLACING);
            case PlacementApproved e ->
                now.attempt(open(before, e.placement()).now(Attempt.Progress.APPROVED))
                        .changed(e.changed());
            case PlacementDeclined e -> now.attempt(open(before, e.placement()).now(Attempt.Progress.DECLINED));
            case PlacementRefused e -> now.attempt(open(before, e.placement()).now(Attempt.Progress.DECLINED));
            case PlacementRevoked e ->
                now.attempt(open(before, e.placement()).now(Attempt.Progress.DECLINED))
                        .changed(false)
                        .contract(null)
                        .state(State.PLACING);
            case PlacementUnknown e -> now.attempt(open(before, e.placement()).now(Attempt.Progress.UNKNOWN));
            case ApplicationNotPlaced e -> now.ended(State.NOT_PLACED, isForbidden(e) ? "CONSENT" : "BANK");
            case OfferMade e -> now.offer(e.offer()).state(State.OFFERED);
            case OfferExpired _ -> now;
            case OfferAccepted e -> now.contract(Contract.of(e)).state(State.ACCEPTED);
            case ConditionMet e -> now.met(e.condition());
            case ApplicationHeld e -> now.held(e.reason());
            case HoldLifted _ -> now.held(null);
            case SignatureAsked e -> now.contract(contract(before).asked(e.signer(), e.service()));
            case SignatureDeclined e -> now.contract(contract(before).asked(e.signer(), null));
            case SignatureRefused e -> now.contract(contract(before).asked(e.signer(), null));
            case CoolingOffStarted _ -> now;
            case ContractSigned e -> signed(now, contract(before).signed(e.signer(), e.at()));
            case PayoutOrdered e -> now.loan(e.loan()).state(State.PAYING_OUT);
            case StandbyCalled e -> now.attempt(open(before, e.placement()).calling(e.leg(), e.share()));
            case StandbyDeclined e -> now.attempt(open(before, e.placement()).callingNobody());
            case StandbyStoodIn e -> now.attempt(open(before, e.placement()).stoodIn(e.leg(), e.shares()));
            case StandbyUnknown e -> now.attempt(open(before, e.placement()).unanswered());
            case SmallerLoanOffered e ->
                now.offer(e.offer())
                        .smaller(Smaller.offered(e, before.documents().size()));
            case SmallerLoanAgreed e ->
                now.smaller(Objects.requireNonNull(before.smaller()).agreed(e.document()))
                        .state(State.PAYING_OUT);
            case SmallerLoanTaken e ->
                now.attempt(open(before, e.placement()).lentBy(e.shares()))
                        .contract(contract(before).insteadOf(e.offer(), e.document()))
                        .smaller(null);
            case AskedBack e -> now.recalls(e.recalls()).smaller(null).state(State.CANCEL_REQUESTED);
            case PayoutFailed _ -> now.payoutFailed(true).smaller(null).state(State.PAYOUT_FAILED);
            case PayoutCameBack e ->
                now.recalls(without(before, recall -> recall.order().equals(e.order())))
                        .payoutFailed(true)
                        .smaller(null)
                        .state(State.PAYOUT_FAILED);
            case RecallRefused e ->
                now.recalls(without(before, recall -> recall.instruction().equals(e.recall())));
            case RecallUnknown _ -> now.state(State.PAYOUT_FAILED);
            case PayeeProposed e -> now.payee(new Payee(e.account(), e.accountHash(), e.by()));
            case PayeeApproved _ ->
                now.attempt(before.contractedAttempt().orderedAgain())
                        .payee(null)
                        .payoutFailed(false)
                        .smaller(null)
                        .state(State.PAYING_OUT);
            case CancellationAsked _ -> now.smaller(null).state(State.CANCEL_REQUESTED);
            case ApplicationFunded _ -> now.state(State.FUNDED);
            case ApplicationWithdrawn _ -> now.referral(Referral.NONE).ended(State.WITHDRAWN, "APPLICANT");
            case ApplicationExpired _ -> now.ended(State.EXPIRED, "TIME");
            case ApplicationCancelled _ -> now.ended(State.CANCELLED, "OPERATIONS");
        };
    }

    /** Nobody was allowed to ask any bank, so that none has said no. */
    private static boolean isForbidden(ApplicationNotPlaced e) {
        return !e.considered().isEmpty()
                && e.considered().stream()
                        .flatMap(programme -> programme.skipped().stream())
                        .allMatch(skip -> skip.code().equals("NO_CONSENT"));
    }

    private static List<Recall> without(Application before, Predicate<Recall> answered) {
        return before.recalls().stream().filter(answered.negate()).toList();
    }

    private static Application.Change signed(Application.Change now, Contract contract) {
        return now.contract(contract).state(contract.isSigned() ? State.CONTRACTED : State.ACCEPTED);
    }

    private static Submission submission(ApplicationSubmitted e) {
        return new Submission(
                e.audit(),
                e.applicant(),
                e.product(),
                e.productVersion(),
                e.amount(),
                e.count(),
                e.account(),
                e.bankSharing(),
                e.agreement(),
                e.others() == null ? List.of() : e.others(),
                e.facts(),
                e.at());
    }

    private static Attempt attempt(PlacementStarted e) {
        return new Attempt(
                e.placement(), chosen(e), e.instruction(), e.amount(), Attempt.Progress.SUBMITTED, null, null);
    }

    private static Considered chosen(PlacementStarted e) {
        return e.considered().stream()
                .filter(programme -> programme.nr() == e.placement())
                .findFirst()
                .orElseThrow();
    }

    private static Attempt open(Application before, int placement) {
        return before.attempts().stream()
                .filter(attempt -> attempt.nr() == placement)
                .findFirst()
                .orElseThrow();
    }

    private static Contract contract(Application before) {
        var contract = before.contract();
        if (contract == null) {
            throw new IllegalStateException("%s has no contract.".formatted(before.id()));
        }
        return contract;
    }
}
