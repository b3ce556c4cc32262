package tallystick.application.origination;

import java.time.Duration;
import org.axonframework.eventhandling.EventHandler;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.*;
import tallystick.runtime.deadlines.Deadlines;

/** What applications wait for, and until when. */
final class Waits {
    static final String OFFER = "offer-expiry";
    static final String BANK = "bank-silence";
    static final String STANDBY = "standby-silence";

    static final String RECALL = "recall-silence";
    static final String COOLING_OFF = "cooling-off";

    /** How long what is asked back may be on its way before somebody looks. */
    private static final Duration ON_ITS_WAY = Duration.ofDays(3);

    /** How long a bank may think before it counts as silent; silent is not declined. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    @EventHandler
    void on(ApplicationEvent event, Deadlines deadlines) {
        var id = event.application().value();
        switch (event) {
            case PlacementStarted e -> deadlines.set(BANK, id + "/" + e.placement(), e.at().plus(PATIENCE));
            case PlacementApproved e -> deadlines.clear(BANK, id + "/" + e.placement());
            case PlacementDeclined e -> deadlines.clear(BANK, id + "/" + e.placement());
            case PlacementRefused e -> deadlines.clear(BANK, id + "/" + e.placement());
            case PlacementUnknown e -> deadlines.clear(BANK, id + "/" + e.placement());
            case StandbyCalled e -> deadlines.set(STANDBY, id + "/" + e.placement(), e.at().plus(PATIENCE));
            case StandbyDeclined e -> deadlines.clear(STANDBY, id + "/" + e.placement());
            case StandbyStoodIn e -> deadlines.clear(STANDBY, id + "/" + e.placement());
            case AskedBack e -> deadlines.set(RECALL, id, e.at().plus(ON_ITS_WAY));
            case PayoutFailed _, PayoutCameBack _, ApplicationCancelled _ -> deadlines.clear(RECALL, id);
            case CoolingOffStarted e -> deadlines.set(COOLING_OFF, id, e.until());
            case OfferMade e ->
                deadlines.set(OFFER, id + "/" + e.offer().nr(), e.offer().expiresAt());
            case SmallerLoanOffered e ->
                deadlines.set(OFFER, id + "/" + e.offer().nr(), e.offer().expiresAt());
            case SmallerLoanAgreed e -> deadlines.clear(OFFER, id + "/" + e.offer());
            case ApplicationWithdrawn _ -> deadlines.clear(OFFER, id + "/1");
            case PayoutOrdered e -> deadlines.clear(OFFER, id + "/" + e.offer().nr());
            case OfferExpired e -> deadlines.clear(OFFER, id + "/" + e.offer());
            default -> {}
        }
    }
}
