package tallystick.application.lifecycle;

import java.util.Map;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;

/** Every no an application says, in words. */
final class Refusals {
    private Refusals() {}

    static Refused unknown(String id) {
        return Refusal.of(
                        "application-unknown",
                        "No such application",
                        "Expected an application %s; found none. Start a draft first.".formatted(id))
                .asException();
    }

    static Refused state(Application is, String code, String title, String expected, String remedy) {
        return new Refusal(
                        code,
                        title,
                        "Expected application %s to be %s; it is %s. %s"
                                .formatted(is.id(), expected, is.state(), remedy),
                        Map.of("state", is.state().name()))
                .asException();
    }

    static Refused notDraft(Application is) {
        return state(
                is,
                "application-not-draft",
                "The application is no draft any more",
                "DRAFT",
                "Withdraw it and start another one to change what was handed in.");
    }

    /** Nothing but a loan undoes what is paid; this says where to go instead. */
    static void mustPrecedePayout(Application is) {
        if (is.state() == State.FUNDED) {
            throw paidOut(is, "payout-instructed", "The payout is ordered", "before PAYING_OUT");
        }
        if (is.state().isPayout()) {
            throw payoutInstructed(is);
        }
        if (is.state().isEnd()) {
            throw ended(is);
        }
    }

    static Refused nothingToCancel(Application is) {
        var title = "No payout is under way";
        var expected = "PAYING_OUT or PAYOUT_FAILED";
        if (is.state() == State.FUNDED) {
            return paidOut(is, "nothing-to-cancel", title, expected);
        }
        return is.state().isEnd()
                ? ended(is)
                : state(is, "nothing-to-cancel", title, expected, "Withdraw the application instead.");
    }

    private static Refused paidOut(Application is, String code, String title, String expected) {
        return state(
                is,
                code,
                title,
                expected,
                "Its loan %s is paid out: hold or withdraw that, or pay it off early.".formatted(is.loan()));
    }

    static Refused held(Application is) {
        return state(is, "application-held", "The application is held", "free", "Have the hold lifted first.");
    }

    static Refused payoutInstructed(Application is) {
        return state(
                is,
                "payout-instructed",
                "The payout is ordered",
                "before PAYING_OUT",
                "Ask for a cancellation instead; the bank may still be able to stop the payout.");
    }

    static Refused ended(Application is) {
        return state(is, "application-ended", "The application has ended", "under way", "Start another one.");
    }

    static Refused offer(Application is, String code, String title, String found) {
        return new Refusal(
                        code,
                        title,
                        "Expected an open offer of application %s; %s. Look at the offers of the application."
                                .formatted(is.id(), found),
                        Map.of("state", is.state().name()))
                .asException();
    }

    static Refused otherDocument(String expected, String found) {
        return new Refusal(
                        "other-document",
                        "Another document",
                        "Expected a signature under document %s; found %s. Read the contract again."
                                .formatted(expected, found),
                        Map.of("expected", expected, "found", found))
                .asException();
    }

    static Refused alreadySigned(Application is) {
        return state(is, "already-signed", "The contract is signed", "ACCEPTED", "Nothing is left to sign.");
    }

    static Refused notASigner(Application is, Contract contract) {
        var signers = contract.signatures().stream()
                .map(signature -> signature.signer().value())
                .toList();
        return state(
                is,
                "not-a-signer",
                "Somebody else signs",
                "signed by " + String.join(" and ", signers),
                "Name a signer that the contract lists.");
    }

    static Refused noSuchConsent(Application is, String purpose) {
        return new Refusal(
                        "consent-unknown",
                        "No such consent",
                        "Expected a consent to %s of application %s; found none. Look at its consents."
                                .formatted(purpose, is.id()),
                        Map.of("purpose", purpose))
                .asException();
    }

    static Refused conditionsOpen(Application is) {
        var open = String.join(", ", is.openConditions());
        return new Refusal(
                        "conditions-open",
                        "Conditions are open",
                        "Expected every condition of application %s to be met before it is signed; open: %s. Record what proves them."
                                .formatted(is.id(), open),
                        Map.of("open", open))
                .asException();
    }

    static Refused noSuchCondition(Application is, String condition) {
        return Refusal.of(
                        "condition-unknown",
                        "No such condition",
                        "Expected an open condition of application %s; found %s. Look at its product."
                                .formatted(is.id(), condition))
                .asException();
    }

    static Refused tooManyDocuments(Application is, int most) {
        return Refusal.of(
                        "too-many-documents",
                        "Too many documents",
                        "Expected at most %d documents of application %s; found one more. Put pages together."
                                .formatted(most, is.id()))
                .asException();
    }

    static Refused payoutNotFailed(Application is) {
        return state(
                is,
                "payout-not-failed",
                "The payout has not failed",
                "PAYOUT_FAILED",
                "What is contracted is frozen; it changes only after a failed payout.");
    }

    static Refused standbyAsked(Application is) {
        return state(
                is,
                "standby-asked",
                "Another lender is asked for the share",
                "without a lender that stands by and was asked",
                "Wait for its answer.");
    }

    static Refused askedBack(Application is) {
        return state(
                is,
                "asked-back",
                "What was paid is asked back",
                "without a bank that is asked to get back what it paid",
                "Wait for its answer.");
    }

    static Refused noSmallerLoan(Application is) {
        return state(
                is,
                "no-smaller-loan",
                "No smaller loan is offered",
                "PAYOUT_FAILED with a smaller loan on offer",
                "Offer one first.");
    }

    static Refused smallerAgreed(Application is) {
        return state(
                is,
                "nothing-to-cancel",
                "No payout is under way",
                "without a smaller loan that is agreed to",
                "Withdraw the loan once it runs.");
    }

    static Refused consentNotAttached(Application is, int signers) {
        return Refusal.of(
                        "consent-not-attached",
                        "The consent is not attached",
                        "Expected a document SMALLER_LOAN_CONSENT of each of %d signers of application %s, attached since the offer; found others. Attach them first."
                                .formatted(signers, is.id()))
                .asException();
    }

    static Refused noPayeeProposed(Application is) {
        return state(
                is,
                "payee-not-proposed",
                "No other account is proposed",
                "PAYOUT_FAILED with a proposed account",
                "Propose one first.");
    }
}
