package tallystick.application.offers;

import java.time.Instant;
import tallystick.application.api.Offer;
import tallystick.application.lifecycle.Application;
import tallystick.application.lifecycle.State;
import tallystick.runtime.web.json.WebJson;
import tools.jackson.databind.JsonNode;

/** An offer in REST: its terms and rows as they were computed when it was made. */
record OfferView(
        int nr,
        String state,
        String bank,
        Instant expiresAt,
        JsonNode terms,
        JsonNode rows,
        JsonNode totals,
        JsonNode yields,
        String hash) {
    static OfferView of(Application application, Offer offer) {
        var quote = WebJson.get().readTree(offer.quote());
        return new OfferView(
                offer.nr(),
                state(application, offer),
                offer.bank().value(),
                offer.expiresAt(),
                WebJson.get().readTree(offer.terms()),
                quote.path("rows"),
                quote.path("totals"),
                quote.path("yields"),
                offer.hash());
    }

    private static String state(Application application, Offer offer) {
        var smaller = application.smaller();
        if (smaller != null && smaller.offer() == offer.nr()) {
            return smaller.document() == null ? "OPEN" : "ACCEPTED";
        }
        var contract = application.contract();
        var counts = contract == null ? application.offers().size() : contract.offer();
        if (offer.nr() != counts) {
            return offer.nr() < counts ? "REPLACED" : "WITHDRAWN";
        }
        if (contract != null && application.state() != State.EXPIRED) {
            return application.state() == State.WITHDRAWN ? "WITHDRAWN" : "ACCEPTED";
        }
        return switch (application.state()) {
            case EXPIRED -> "EXPIRED";
            case WITHDRAWN, CANCELLED, PLACING, IN_AUDIT, NOT_PLACED, DECLINED -> "WITHDRAWN";
            default -> "OPEN";
        };
    }
}
