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

    static Refused hashChanged(String what, String expected, String found) {
        return new Refusal(
                        "hash-changed",
                        "Something else was shown",
                        "Expected the hash %s of %s as it is now; found %s. Read it again, and agree to what it says."
                                .formatted(expected, what, found),
                        Map.of("expected", expected, "found", found))
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

    static Refused fourEyes(String who) {
        return new Refusal(
                        "four-eyes",
                        "Another person must approve",
                        "Expected another person than %s, who proposed it; found the same. Ask a colleague."
                                .formatted(who),
                        Map.of("proposedBy", who))
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
