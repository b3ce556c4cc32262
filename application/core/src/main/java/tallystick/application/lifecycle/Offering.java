package tallystick.application.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tallystick.application.api.ApplicationCommand.AcceptOffer;
import tallystick.application.api.ApplicationCommand.ExpireOffer;
import tallystick.application.api.ApplicationCommand.MakeOffer;
import tallystick.application.api.ApplicationCommand.MeetCondition;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.ApplicationExpired;
import tallystick.application.api.ApplicationEvent.CancellationAsked;
import tallystick.application.api.ApplicationEvent.ConditionMet;
import tallystick.application.api.ApplicationEvent.OfferAccepted;
import tallystick.application.api.ApplicationEvent.OfferExpired;
import tallystick.application.api.ApplicationEvent.OfferMade;
import tallystick.application.api.ApplicationEvent.PayoutOrdered;
import tallystick.application.api.Liable;
import tallystick.application.api.Offer;
import tallystick.kernel.LoanId;
import tallystick.runtime.approval.FourEyes;

/** Offers, their acceptance, and what is paid for them. */
final class Offering {
    private Offering() {}

    static List<ApplicationEvent> made(MakeOffer c, Application is) {
        var last = is.lastAttempt();
        var wanted = is.state() == State.PLACING && last != null && last.progress() == Attempt.Progress.APPROVED;
        return wanted && c.offer().nr() == is.offers().size() + 1
                ? List.of(new OfferMade(is.id(), c.offer(), c.at()))
                : List.of();
    }

    /** An accepted offer stands until it is signed or lapses too; who does not take the smaller loan gives back what was paid. */
    static List<ApplicationEvent> expired(ExpireOffer c, Application is) {
        var smaller = is.smaller();
        if (smaller != null && smaller.offer() == c.offer() && !smaller.isAgreed()) {
            var why = "the smaller loan was not agreed to in time";
            return List.of(
                    new OfferExpired(is.id(), c.offer(), c.at()),
                    new CancellationAsked(is.id(), is.failedPayout(), why, "system", c.at()));
        }
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
        FourEyes.mustBeShown("offer " + offer.nr(), offer.hash(), c.hash());
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
