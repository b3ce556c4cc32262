package tallystick.application.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tallystick.application.api.ApplicationCommand.AcceptOffer;
import tallystick.application.api.ApplicationCommand.ExpireOffer;
import tallystick.application.api.ApplicationCommand.MakeOffer;
import tallystick.application.api.ApplicationCommand.MeetCondition;
import tallystick.application.api.ApplicationCommand.SignContract;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.ApplicationExpired;
import tallystick.application.api.ApplicationEvent.ConditionMet;
import tallystick.application.api.ApplicationEvent.ContractSigned;
import tallystick.application.api.ApplicationEvent.OfferAccepted;
import tallystick.application.api.ApplicationEvent.OfferExpired;
import tallystick.application.api.ApplicationEvent.OfferMade;
import tallystick.application.api.ApplicationEvent.PayoutOrdered;
import tallystick.application.api.Liable;
import tallystick.application.api.Offer;
import tallystick.kernel.LoanId;

/** Offers, their acceptance, and the signature that lets the money go. */
final class Offering {
    private Offering() {}

    static List<ApplicationEvent> made(MakeOffer c, Application is) {
        var last = is.lastAttempt();
        var wanted = is.state() == State.PLACING && last != null && last.progress() == Attempt.Progress.APPROVED;
        return wanted && c.offer().nr() == is.offers().size() + 1
                ? List.of(new OfferMade(is.id(), c.offer(), c.at()))
                : List.of();
    }

    /** An accepted offer stands until it is signed or lapses too. */
    static List<ApplicationEvent> expired(ExpireOffer c, Application is) {
        var open = is.state() == State.OFFERED || is.state() == State.ACCEPTED;
        return open && is.offers().size() == c.offer()
                ? List.of(new OfferExpired(is.id(), c.offer(), c.at()), new ApplicationExpired(is.id(), c.at()))
                : List.of();
    }

    static List<ApplicationEvent> accepted(AcceptOffer c, Application is) {
        var offer = is.offer(c.offer());
        if (offer == null) {
            throw Refusals.offer(is, "offer-unknown", "No such offer", "found none with number " + c.offer());
        }
        mustBeOpen(offer, is);
        if (!c.at().isBefore(offer.expiresAt())) {
            throw Refusals.offer(is, "offer-expired", "The offer has expired", "it stood until " + offer.expiresAt());
        }
        if (!offer.hash().equals(c.hash())) {
            throw Refusals.hashChanged("offer " + offer.nr(), offer.hash(), c.hash());
        }
        var handedIn = is.submitted();
        return List.of(new OfferAccepted(
                is.id(),
                c.offer(),
                c.document(),
                handedIn.applicant(),
                c.by(),
                c.at(),
                handedIn.others().stream().map(Liable::party).toList()));
    }

    private static void mustBeOpen(Offer offer, Application is) {
        if (offer.nr() != is.offers().size()) {
            throw Refusals.offer(is, "offer-replaced", "A newer offer replaced it", "a newer one replaced it");
        }
        switch (is.state()) {
            case OFFERED -> {}
            case EXPIRED -> throw Refusals.offer(is, "offer-expired", "The offer has expired", "it has expired");
            case PLACING, IN_AUDIT ->
                throw Refusals.offer(is, "offer-replaced", "A newer offer replaces it", "the bank took it back");
            case WITHDRAWN, CANCELLED, DECLINED, NOT_PLACED -> throw Refusals.ended(is);
            default -> throw Refusals.offer(is, "offer-accepted", "The offer is accepted", "it was accepted before");
        }
    }

    static List<ApplicationEvent> signed(SignContract c, Application is) {
        var contract = is.contract();
        if (contract == null) {
            throw Refusals.state(
                    is, "offer-not-accepted", "There is no contract yet", "ACCEPTED", "Accept an offer first.");
        }
        if (contract.isSigned()) {
            throw Refusals.alreadySigned(is);
        }
        if (is.state() != State.ACCEPTED) {
            throw Refusals.ended(is);
        }
        if (!contract.document().equals(c.document())) {
            throw Refusals.otherDocument(contract.document(), c.document());
        }
        var mine = contract.of(c.signer()).orElseThrow(() -> Refusals.notASigner(is, contract));
        if (mine.signedAt() != null) {
            throw Refusals.alreadySigned(is);
        }
        if (!is.openConditions().isEmpty()) {
            throw Refusals.conditionsOpen(is);
        }
        var events = new ArrayList<ApplicationEvent>();
        events.add(signature(c, is));
        if (contract.signed(c.signer(), c.at()).isSigned() && is.held() == null) {
            events.add(payout(c.loan(), is, c.at()));
        }
        return events;
    }

    static List<ApplicationEvent> met(MeetCondition c, Application is) {
        if (is.conditionsMet().contains(c.condition())) {
            return List.of();
        }
        if (is.state().isEnd()) {
            throw Refusals.ended(is);
        }
        if (is.submission() == null || !is.openConditions().contains(c.condition())) {
            throw Refusals.noSuchCondition(is, c.condition());
        }
        return List.of(new ConditionMet(is.id(), c.condition(), c.evidence(), c.by(), c.at()));
    }

    private static ContractSigned signature(SignContract c, Application is) {
        return new ContractSigned(is.id(), c.document(), c.signer(), c.method(), c.by(), c.at());
    }

    /** For what the contract says and nothing else. */
    static PayoutOrdered payout(LoanId loan, Application is, Instant at) {
        var handedIn = is.submitted();
        var contract = Objects.requireNonNull(is.contract(), "Nothing is paid without a contract.");
        return new PayoutOrdered(
                is.id(),
                loan,
                handedIn.applicant(),
                handedIn.product(),
                handedIn.productVersion(),
                is.offers().get(contract.offer() - 1),
                handedIn.account(),
                handedIn.agreement(),
                at,
                is.draft().dealer());
    }
}
