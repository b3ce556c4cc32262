package tallystick.application.intake;

import java.util.stream.Collectors;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.*;
import tallystick.application.api.Considered.Share;

/** What an event says to an officer, in a sentence without anything personal. */
final class TimelineText {
    private TimelineText() {}

    record Told(String text, String by) {}

    static Told of(ApplicationEvent event) {
        return switch (event) {
            case DraftStarted e -> new Told("Draft started by " + e.by(), e.by());
            case DraftChanged e -> new Told("Draft changed by " + e.by(), e.by());
            case ApplicationSubmitted e -> new Told("Submitted by " + e.by(), e.by());
            case ApplicationAssigned e -> new Told("Given into the care of " + e.officer(), e.by());
            case NoteAdded e -> new Told("Note added by " + e.by(), e.by());
            case DocumentAttached e ->
                new Told("Document attached: " + e.document().kind(), e.by());
            case ConsentGiven e ->
                new Told("Consent to %s recorded".formatted(e.consent().purpose()), e.by());
            case ConsentWithdrawn e -> new Told("Consent to %s withdrawn".formatted(e.purpose()), e.by());
            case ApplicationReferred _ -> system("Referred to a reviewer");
            case ReviewerAsked _ -> system("The reviewer asked a question");
            case ReviewerAnswered _ -> system("The reviewer's question was answered");
            case ApplicationApproved _ -> system("Approved by the audit");
            case ApplicationDeclined _ -> system("Declined by the audit");
            case AuditRenewed _ -> system("What the decision was based on is too old: it is made again");
            case PlacementStarted e -> system("Sent to bank " + e.bank());
            case PlacementApproved e -> system(e.changed() ? "The bank agreed on other terms" : "The bank agreed");
            case PlacementRefused e -> system("The bank's terms may not be offered: " + e.reason());
            case PlacementDeclined e -> system("The bank declined: " + e.reason());
            case PlacementRevoked e -> system("The bank took its approval back: " + e.reason());
            case PlacementUnknown _ -> system("The bank has not answered; it is asked again");
            case ApplicationNotPlaced _ -> system("No bank is left to ask");
            case OfferMade e ->
                system("Offer %d made, good until %s"
                        .formatted(e.offer().nr(), e.offer().expiresAt()));
            case OfferExpired e -> system("Offer %d expired".formatted(e.offer()));
            case OfferAccepted e -> new Told("Offer %d accepted".formatted(e.offer()), e.by());
            case ConditionMet e -> new Told("Condition met: " + e.condition(), e.by());
            case ApplicationHeld e -> new Told("Held: " + e.reason(), e.by());
            case HoldLifted e -> new Told("Hold lifted: " + e.reason(), e.by());
            case SignatureAsked e -> new Told("Signature asked for through " + e.service(), e.by());
            case SignatureDeclined e -> new Told("Signature declined: " + e.reason(), e.service());
            case SignatureRefused e -> system("A signature does not count: " + e.reason());
            case CoolingOffStarted e -> system("Paid out after the time to think, which ends " + e.until());
            case ContractSigned e -> new Told("Contract signed (%s)".formatted(e.method()), e.by());
            case PayoutOrdered _ -> system("Payout ordered");
            case StandbyCalled e ->
                system("A lender did not pay its share; %s is asked to"
                        .formatted(e.share().bank()));
            case StandbyDeclined e -> system("Nobody else lends that share: " + e.reason());
            case StandbyStoodIn e ->
                system("%s lends the share of one that did not pay"
                        .formatted(Share.ofLeg(e.leg(), e.shares()).bank()));
            case StandbyUnknown _ -> system("Who stands by has not answered; it is told to stop");
            case SmallerLoanOffered e ->
                new Told("A smaller loan of %s offered: %s".formatted(e.offer().amount(), e.reason()), e.by());
            case SmallerLoanAgreed e -> new Told("The smaller loan is agreed to", e.by());
            case SmallerLoanTaken _ -> system("The loan is what was paid");
            case AskedBack e ->
                system(e.recalls().stream()
                        .map(recall -> recall.bank().value())
                        .collect(Collectors.joining(", ", "What was paid is asked back from ", "")));
            case RecallRefused e -> system("It does not come back: " + e.reason());
            case RecallUnknown _ -> system("What was asked back has not come; somebody has to look");
            case PayoutFailed e -> system("Payout failed: " + e.reason());
            case PayoutCameBack e -> system("The payout came back: " + e.reason());
            case PayeeProposed e -> new Told("Another account proposed by " + e.by(), e.by());
            case PayeeApproved e -> new Told("Other account approved by " + e.by(), e.by());
            case CancellationAsked e -> new Told("Cancellation asked by " + e.by(), e.by());
            case ApplicationFunded e -> system("Paid out with value date " + e.valueDate());
            case ApplicationWithdrawn e -> new Told("Withdrawn: " + e.reason(), e.by());
            case ApplicationExpired _ -> system("Ended because its offer expired");
            case ApplicationCancelled e -> system("Cancelled: " + e.reason());
        };
    }

    private static Told system(String text) {
        return new Told(text, "system");
    }
}
