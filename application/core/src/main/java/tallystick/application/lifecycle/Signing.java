package tallystick.application.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tallystick.application.api.ApplicationCommand.AskSignature;
import tallystick.application.api.ApplicationCommand.EndCoolingOff;
import tallystick.application.api.ApplicationCommand.SignContract;
import tallystick.application.api.ApplicationCommand.TakeSignature;
import tallystick.application.api.ApplicationCommand.TakeSignatureDecline;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.ConditionMet;
import tallystick.application.api.ApplicationEvent.ContractSigned;
import tallystick.application.api.ApplicationEvent.CoolingOffStarted;
import tallystick.application.api.ApplicationEvent.SignatureAsked;
import tallystick.application.api.ApplicationEvent.SignatureDeclined;
import tallystick.application.api.ApplicationEvent.SignatureRefused;
import tallystick.application.lifecycle.Contract.Signature;
import tallystick.kernel.LoanId;
import tallystick.kernel.PartyId;

/** Signatures, at the counter or through a service that says later what the signer did; the last lets the money go. */
final class Signing {
    private static final String CONSENT = "E_SIGNATURE";

    private Signing() {}

    static List<ApplicationEvent> signed(SignContract c, Application is) {
        unsigned(c.document(), c.signer(), is);
        return events(c.document(), c.signer(), c.method(), c.loan(), c.by(), c.at(), is);
    }

    /** Who asks again asks for the same. */
    static List<ApplicationEvent> asked(AskSignature c, Application is) {
        var mine = unsigned(c.document(), c.signer(), is);
        if (!agreed(c.signer(), c.service(), c.at(), is)) {
            throw Refusals.noSuchConsent(is, CONSENT);
        }
        return c.service().equals(mine.asked())
                ? List.of()
                : List.of(new SignatureAsked(is.id(), c.document(), c.signer(), c.service(), c.by(), c.at()));
    }

    private static boolean agreed(PartyId signer, String service, Instant at, Application is) {
        return is.draft().agreed(contract(is).person(signer), CONSENT, service, at);
    }

    /** Counts while it was asked for, once; one for another document never does. */
    static List<ApplicationEvent> taken(TakeSignature c, Application is) {
        if (waiting(c.signer(), c.service(), is).isEmpty()) {
            return List.of();
        }
        if (!contract(is).document().equals(c.document())) {
            return refused(c, "another document was signed", is);
        }
        return is.openConditions().isEmpty()
                ? events(c.document(), c.signer(), "E_SIGNATURE", c.loan(), c.service(), c.at(), is)
                : refused(c, "conditions are open: " + String.join(", ", is.openConditions()), is);
    }

    private static List<ApplicationEvent> refused(TakeSignature c, String reason, Application is) {
        return List.of(new SignatureRefused(is.id(), c.signer(), c.service(), reason, c.at()));
    }

    static List<ApplicationEvent> declined(TakeSignatureDecline c, Application is) {
        return waiting(c.signer(), c.service(), is).isEmpty()
                ? List.of()
                : List.of(new SignatureDeclined(is.id(), c.signer(), c.service(), c.reason(), c.at()));
    }

    private static Optional<Signature> waiting(PartyId signer, String service, Application is) {
        return Optional.ofNullable(is.contract())
                .filter(_ -> is.state() == State.ACCEPTED)
                .flatMap(contract -> contract.of(signer))
                .filter(signature -> service.equals(signature.asked()));
    }

    /** Theirs among the signatures that are missing; whoever may not sign, or not now, is told why. */
    private static Signature unsigned(String document, PartyId signer, Application is) {
        var contract = contract(is);
        if (contract.isSigned()) {
            throw Refusals.alreadySigned(is);
        }
        if (is.state() != State.ACCEPTED) {
            throw Refusals.ended(is);
        }
        if (!contract.document().equals(document)) {
            throw Refusals.otherDocument(contract.document(), document);
        }
        var mine = contract.of(signer).orElseThrow(() -> Refusals.notASigner(is, contract));
        if (mine.signedAt() != null) {
            throw Refusals.alreadySigned(is);
        }
        if (!is.openConditions().isEmpty()) {
            throw Refusals.conditionsOpen(is);
        }
        return mine;
    }

    private static Contract contract(Application is) {
        var contract = is.contract();
        if (contract == null) {
            throw Refusals.state(
                    is, "offer-not-accepted", "There is no contract yet", "ACCEPTED", "Accept an offer first.");
        }
        return contract;
    }

    private static List<ApplicationEvent> events(
            String document, PartyId signer, String method, LoanId loan, String by, Instant at, Application is) {
        var events = new ArrayList<ApplicationEvent>();
        events.add(new ContractSigned(is.id(), document, signer, method, by, at));
        if (contract(is).signed(signer, at).isSigned()) {
            if (is.mustCoolOff()) {
                var days = is.submitted().agreement().coolingOffDays();
                events.add(new CoolingOffStarted(is.id(), at.plus(Duration.ofDays(days)), at));
            } else if (is.held() == null) {
                events.add(Offering.payout(loan, is, at));
            }
        }
        return events;
    }

    /** A hold that stands keeps the money; lifting it lets it go then. */
    static List<ApplicationEvent> cooledOff(EndCoolingOff c, Application is) {
        if (is.state() != State.CONTRACTED || !is.mustCoolOff()) {
            return List.of();
        }
        var events = new ArrayList<ApplicationEvent>();
        events.add(new ConditionMet(is.id(), Application.COOLING_OFF, "time", "system", c.at()));
        if (is.held() == null) {
            events.add(Offering.payout(c.loan(), is, c.at()));
        }
        return events;
    }
}
