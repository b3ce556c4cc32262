package tallystick.application.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;

/** What one may ask of an application. A repeat of the same command does nothing. */
public sealed interface ApplicationCommand extends Addressed {
    @Override
    ApplicationId target();

    Instant at();

    record StartDraft(ApplicationId target, Draft draft, String by, Instant at) implements ApplicationCommand {}

    record ChangeDraft(ApplicationId target, Draft draft, String by, Instant at) implements ApplicationCommand {}

    /**
     * Hands the draft in; the audit follows by itself.
     *
     * @param details the applicant's data, sealed for the party, purpose IDENTITY, field {@code applicant}
     * @param facts for the audit, see {@code OpenAudit}
     * @param account the payout account, sealed for the party, purpose IDENTITY, field {@code payoutAccount}
     * @param bankSharing what a bank may know, sealed for the party, purpose IDENTITY, field {@code bankSharing}
     * @param others the parties beside the applicant, in the order of the draft
     */
    record SubmitApplication(
            ApplicationId target,
            PartyId applicant,
            AuditId audit,
            Sealed details,
            Sealed facts,
            Sealed account,
            Sealed bankSharing,
            Agreement agreement,
            List<Liable> others,
            String by,
            Instant at)
            implements ApplicationCommand {}

    /** Gives an application into the care of an officer. */
    record AssignApplication(
            ApplicationId target, String officer, @Nullable String note, String by, Instant at)
            implements ApplicationCommand {}

    /** @param text sealed for the application, purpose IDENTITY, field {@code note} */
    record AddNote(ApplicationId target, String note, Sealed text, String by, Instant at)
            implements ApplicationCommand {}

    /** Adds a document whose bytes are stored by then. */
    record AttachDocument(ApplicationId target, Document document, String by, Instant at)
            implements ApplicationCommand {}

    /** Somebody agrees to something more, after the draft was handed in. */
    record GiveConsent(ApplicationId target, Draft.Consent consent, String by, Instant at)
            implements ApplicationCommand {}

    /** @param recipient null withdraws it for everybody */
    record WithdrawConsent(
            ApplicationId target, String purpose, @Nullable String recipient, String by, Instant at)
            implements ApplicationCommand {}

    /**
     * What the audit, or the review behind it, came to. {@code REFERRED} leaves it in audit, waiting for a person.
     *
     * @param conditions of a reviewer, to be met before the contract is signed; null is none
     */
    record TakeAuditResult(
            ApplicationId target,
            AuditId audit,
            AuditResult result,
            @Nullable Money limit,
            @Nullable Rate annualRate,
            @Nullable String grade,
            Instant at,
            @Nullable List<String> conditions)
            implements ApplicationCommand {
        public TakeAuditResult(
                ApplicationId target,
                AuditId audit,
                AuditResult result,
                @Nullable Money limit,
                @Nullable Rate annualRate,
                @Nullable String grade,
                Instant at) {
            this(target, audit, result, limit, annualRate, grade, at, null);
        }
    }

    /** A reviewer waits for an answer of the officer, or has got one. */
    record TakeReviewQuestion(ApplicationId target, AuditId audit, boolean open, Instant at)
            implements ApplicationCommand {}

    /** What the audit says of an application. */
    enum AuditResult {
        APPROVED,
        REFERRED,
        DECLINED
    }

    /**
     * Starts placement with one programme.
     *
     * @param considered every programme that was looked at, with the reasons why not; one of them has the number {@code
     *     chosen}
     * @param chosen null when none is left: the application ends NOT_PLACED
     */
    record PlaceApplication(
            ApplicationId target,
            List<Considered> considered,
            @Nullable Integer chosen,
            @Nullable InstructionId instruction,
            Instant at)
            implements ApplicationCommand {}

    /**
     * The bank agreed, perhaps on other terms. An offer can be made.
     *
     * @param beyond why the law forbids to offer these terms; null when it does not
     */
    record TakeBankApproval(
            ApplicationId target,
            int placement,
            @Nullable Money amount,
            @Nullable Rate annualRate,
            @Nullable Integer count,
            Instant at,
            @Nullable String beyond)
            implements ApplicationCommand {
        public TakeBankApproval(
                ApplicationId target,
                int placement,
                @Nullable Money amount,
                @Nullable Rate annualRate,
                @Nullable Integer count,
                Instant at) {
            this(target, placement, amount, annualRate, count, at, null);
        }
    }

    /**
     * The bank said no; silence never comes here.
     *
     * @param bank whose no it is, of several that would lend together; null where it is not a bank's
     */
    record TakeBankDecline(
            ApplicationId target,
            int placement,
            String reason,
            Instant at,
            @Nullable BankId bank) implements ApplicationCommand {
        public TakeBankDecline(ApplicationId target, int placement, String reason, Instant at) {
            this(target, placement, reason, at, null);
        }
    }

    /**
     * The bank takes its yes back, or lets it lapse, before anything was paid.
     *
     * @param bank as above
     */
    record TakeBankRevocation(
            ApplicationId target,
            int placement,
            String reason,
            Instant at,
            @Nullable BankId bank) implements ApplicationCommand {
        public TakeBankRevocation(ApplicationId target, int placement, String reason, Instant at) {
            this(target, placement, reason, at, null);
        }
    }

    /** Nobody knows yet what the bank decided. */
    record TakeBankSilence(ApplicationId target, int placement, Instant at) implements ApplicationCommand {}

    record MakeOffer(ApplicationId target, Offer offer, Instant at) implements ApplicationCommand {}

    record ExpireOffer(ApplicationId target, int offer, Instant at) implements ApplicationCommand {}

    /**
     * The applicant agrees.
     *
     * @param document SHA-256 of the contract's PDF, which was made and stored before
     */
    record AcceptOffer(ApplicationId target, int offer, String hash, String document, String by, Instant at)
            implements ApplicationCommand {}

    /** A signature; the last one lets the payout start. */
    record SignContract(
            ApplicationId target, String document, PartyId signer, String method, LoanId loan, String by, Instant at)
            implements ApplicationCommand {}

    /** Asks a signing service for a signature; what the signer did is told later. */
    record AskSignature(ApplicationId target, String document, PartyId signer, String service, String by, Instant at)
            implements ApplicationCommand {}

    /** A signing service says that a document was signed. */
    record TakeSignature(ApplicationId target, String document, PartyId signer, String service, LoanId loan, Instant at)
            implements ApplicationCommand {}

    /** A signing service says that the signer does not want to. */
    record TakeSignatureDecline(ApplicationId target, PartyId signer, String service, String reason, Instant at)
            implements ApplicationCommand {}

    /** The time to think is over: what was signed is paid out. */
    record EndCoolingOff(ApplicationId target, LoanId loan, Instant at) implements ApplicationCommand {}

    /** A condition precedent is met. */
    record MeetCondition(ApplicationId target, String condition, String evidence, String by, Instant at)
            implements ApplicationCommand {}

    /** Nothing is paid out any more until the hold is lifted. */
    record HoldApplication(ApplicationId target, String reason, String by, Instant at) implements ApplicationCommand {}

    /** @param loan the loan to book when the payout only waited for this */
    record LiftHold(ApplicationId target, String reason, LoanId loan, String by, Instant at)
            implements ApplicationCommand {}

    record WithdrawApplication(ApplicationId target, String reason, String by, Instant at)
            implements ApplicationCommand {}

    record TakePayoutDone(ApplicationId target, LoanId loan, LocalDate valueDate, Instant at)
            implements ApplicationCommand {}

    /** @param leg that was not paid; null where nobody may stand in */
    record TakePayoutFailed(
            ApplicationId target,
            LoanId loan,
            String reason,
            Instant at,
            @Nullable Integer leg) implements ApplicationCommand {
        public TakePayoutFailed(ApplicationId target, LoanId loan, String reason, Instant at) {
            this(target, loan, reason, at, null);
        }
    }

    /** Who stood by does not lend the share of that leg. */
    record TakeStandbyDecline(ApplicationId target, LoanId loan, int leg, String reason, Instant at)
            implements ApplicationCommand {}

    /** Who stood by lends the share of that leg, and the loan knows it. */
    record LetStandIn(ApplicationId target, LoanId loan, int leg, Instant at) implements ApplicationCommand {}

    /** Money that was paid came back: the payee is corrected and paid again, or the loan is cancelled. */
    record TakePayoutReturned(ApplicationId target, LoanId loan, String reason, Instant at)
            implements ApplicationCommand {}

    /** Asks for an end while the payout is under way. */
    record AskCancellation(ApplicationId target, String reason, String by, Instant at) implements ApplicationCommand {}

    /** The loan is cancelled: nothing was paid. */
    record TakeCancelled(ApplicationId target, String reason, Instant at) implements ApplicationCommand {}

    /** Proposes another account after a failed payout; another person approves it. */
    record CorrectPayee(ApplicationId target, Sealed account, String accountHash, String by, Instant at)
            implements ApplicationCommand {}

    record ApprovePayee(ApplicationId target, String accountHash, String by, Instant at)
            implements ApplicationCommand {}
}
