package tallystick.application.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Considered.Share;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;

/** Everything that can happen to an application. Stored for ever: add, never rename or move. */
public sealed interface ApplicationEvent {
    ApplicationId application();

    Instant at();

    record DraftStarted(ApplicationId application, Draft draft, String by, Instant at) implements ApplicationEvent {}

    record DraftChanged(ApplicationId application, Draft draft, String by, Instant at) implements ApplicationEvent {}

    /** Handed in, and so in audit: the audit's id is already known. */
    record ApplicationSubmitted(
            ApplicationId application,
            AuditId audit,
            PartyId applicant,
            ProductId product,
            int productVersion,
            Money amount,
            int count,
            @Nullable String channel,
            @Nullable String purpose,
            Sealed details,
            Sealed facts,
            Sealed account,
            Sealed bankSharing,
            Agreement agreement,
            String by,
            Instant at,
            @Nullable List<Liable> others,
            @Nullable DealerId dealer)
            implements ApplicationEvent {}

    record ApplicationAssigned(
            ApplicationId application,
            String officer,
            @Nullable String note,
            String by,
            Instant at) implements ApplicationEvent {}

    record NoteAdded(ApplicationId application, String note, Sealed text, String by, Instant at)
            implements ApplicationEvent {}

    record DocumentAttached(ApplicationId application, Document document, String by, Instant at)
            implements ApplicationEvent {}

    record ConsentGiven(ApplicationId application, Draft.Consent consent, String by, Instant at)
            implements ApplicationEvent {}

    /** From here on nothing is done for that purpose any more; what was done stays as it is. */
    record ConsentWithdrawn(
            ApplicationId application,
            String purpose,
            @Nullable String recipient,
            String by,
            Instant at) implements ApplicationEvent {}

    record ApplicationReferred(ApplicationId application, AuditId audit, Instant at) implements ApplicationEvent {}

    /** @param conditions of a reviewer, beside those of the product; null is none */
    record ApplicationApproved(
            ApplicationId application,
            AuditId audit,
            @Nullable Money limit,
            @Nullable Rate annualRate,
            @Nullable String grade,
            Instant at,
            @Nullable List<String> conditions)
            implements ApplicationEvent {}

    /** A reviewer waits for the officer. */
    record ReviewerAsked(ApplicationId application, AuditId audit, Instant at) implements ApplicationEvent {}

    /** The reviewer's question is answered, or no longer asked. */
    record ReviewerAnswered(ApplicationId application, AuditId audit, Instant at) implements ApplicationEvent {}

    record ApplicationDeclined(ApplicationId application, AuditId audit, Instant at) implements ApplicationEvent {}

    /** What the decision was based on has become too old: it is made again. */
    record AuditRenewed(ApplicationId application, AuditId audit, Instant at) implements ApplicationEvent {}

    /** Programmes were considered and one was chosen; the saga orders {@code instruction} from its bank. */
    record PlacementStarted(
            ApplicationId application,
            PartyId applicant,
            List<Considered> considered,
            int placement,
            BankId bank,
            InstructionId instruction,
            Money amount,
            int count,
            Rate annualRate,
            Sealed bankSharing,
            Instant at)
            implements ApplicationEvent {}

    record PlacementApproved(
            ApplicationId application,
            int placement,
            Money amount,
            Rate annualRate,
            int count,
            boolean changed,
            Instant at)
            implements ApplicationEvent {}

    /** The bank agreed to what may not be offered; its yes is cancelled, and another bank is asked. */
    record PlacementRefused(ApplicationId application, int placement, String reason, Instant at)
            implements ApplicationEvent {}

    /** @param bank whose no it is, of several that would lend together; null where it is not a bank's */
    record PlacementDeclined(
            ApplicationId application,
            int placement,
            String reason,
            Instant at,
            @Nullable BankId bank) implements ApplicationEvent {}

    /**
     * The bank took its yes back: offer and contract are void, and another bank is asked.
     *
     * @param bank as above
     */
    record PlacementRevoked(
            ApplicationId application,
            int placement,
            String reason,
            Instant at,
            @Nullable BankId bank) implements ApplicationEvent {}

    record PlacementUnknown(ApplicationId application, int placement, Instant at) implements ApplicationEvent {}

    /** No programme is left. */
    record ApplicationNotPlaced(ApplicationId application, List<Considered> considered, Instant at)
            implements ApplicationEvent {}

    record OfferMade(ApplicationId application, Offer offer, Instant at) implements ApplicationEvent {}

    record OfferExpired(ApplicationId application, int offer, Instant at) implements ApplicationEvent {}

    /** @param others who has to sign beside the signer; null is nobody */
    record OfferAccepted(
            ApplicationId application,
            int offer,
            String document,
            PartyId signer,
            String by,
            Instant at,
            @Nullable List<PartyId> others)
            implements ApplicationEvent {}

    record ConditionMet(ApplicationId application, String condition, String evidence, String by, Instant at)
            implements ApplicationEvent {}

    record ApplicationHeld(ApplicationId application, String reason, String by, Instant at)
            implements ApplicationEvent {}

    record HoldLifted(ApplicationId application, String reason, String by, Instant at) implements ApplicationEvent {}

    record ContractSigned(
            ApplicationId application, String document, PartyId signer, String method, String by, Instant at)
            implements ApplicationEvent {}

    record SignatureAsked(
            ApplicationId application, String document, PartyId signer, String service, String by, Instant at)
            implements ApplicationEvent {}

    record SignatureDeclined(ApplicationId application, PartyId signer, String service, String reason, Instant at)
            implements ApplicationEvent {}

    /** What a service calls a signature does not count, for this reason. */
    record SignatureRefused(ApplicationId application, PartyId signer, String service, String reason, Instant at)
            implements ApplicationEvent {}

    /** Everybody has signed; nothing is paid out before this moment. */
    record CoolingOffStarted(ApplicationId application, Instant until, Instant at) implements ApplicationEvent {}

    /**
     * From here on a withdrawal is refused: the loan is booked and paid out. Everything the loan needs is in here.
     *
     * @param account of the dealer where there is one, of the borrower otherwise
     */
    record PayoutOrdered(
            ApplicationId application,
            LoanId loan,
            PartyId borrower,
            ProductId product,
            int productVersion,
            Offer offer,
            Sealed account,
            Agreement agreement,
            Instant at,
            @Nullable DealerId dealer)
            implements ApplicationEvent {}

    /**
     * A partner did not pay its share; the bank that stands by is asked to lend it.
     *
     * @param leg of the payout
     * @param share as it would lend it
     */
    record StandbyCalled(
            ApplicationId application, LoanId loan, int placement, int leg, Share share, String reason, Instant at)
            implements ApplicationEvent {}

    record StandbyDeclined(ApplicationId application, LoanId loan, int placement, int leg, String reason, Instant at)
            implements ApplicationEvent {}

    /** @param shares of all who lend from here on */
    record StandbyStoodIn(
            ApplicationId application, LoanId loan, int placement, int leg, List<Share> shares, Instant at)
            implements ApplicationEvent {
        public StandbyStoodIn {
            shares = List.copyOf(shares);
        }
    }

    record PayoutFailed(ApplicationId application, LoanId loan, String reason, Instant at)
            implements ApplicationEvent {}

    /** The bank sent back what it had paid; nothing of the loan stands until it is paid again. */
    record PayoutCameBack(ApplicationId application, LoanId loan, String reason, Instant at)
            implements ApplicationEvent {}

    record PayeeProposed(ApplicationId application, Sealed account, String accountHash, String by, Instant at)
            implements ApplicationEvent {}

    record PayeeApproved(
            ApplicationId application, LoanId loan, Sealed account, String proposedBy, String by, Instant at)
            implements ApplicationEvent {}

    record CancellationAsked(ApplicationId application, LoanId loan, String reason, String by, Instant at)
            implements ApplicationEvent {}

    record ApplicationFunded(ApplicationId application, LoanId loan, LocalDate valueDate, Instant at)
            implements ApplicationEvent {}

    record ApplicationWithdrawn(ApplicationId application, String reason, String by, Instant at)
            implements ApplicationEvent {}

    record ApplicationExpired(ApplicationId application, Instant at) implements ApplicationEvent {}

    record ApplicationCancelled(ApplicationId application, String reason, Instant at) implements ApplicationEvent {}
}
