package tallystick.application.lifecycle;

import java.util.ArrayList;
import java.util.List;
import tallystick.application.api.ApplicationCommand.HoldApplication;
import tallystick.application.api.ApplicationCommand.LiftHold;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.ApplicationHeld;
import tallystick.application.api.ApplicationEvent.HoldLifted;

/** A hold: while it stands nothing is paid out or paid again, whatever was signed. */
final class Holding {
    private Holding() {}

    static List<ApplicationEvent> hold(HoldApplication c, Application is) {
        if (c.reason().equals(is.held())) {
            return List.of();
        }
        if (is.state() != State.PAYOUT_FAILED) {
            Refusals.mustPrecedePayout(is);
        }
        return List.of(new ApplicationHeld(is.id(), c.reason(), c.by(), c.at()));
    }

    /** What was signed meanwhile is paid out now. */
    static List<ApplicationEvent> lift(LiftHold c, Application is) {
        if (is.held() == null) {
            return List.of();
        }
        var events = new ArrayList<ApplicationEvent>();
        events.add(new HoldLifted(is.id(), c.reason(), c.by(), c.at()));
        if (is.state() == State.CONTRACTED && !is.mustCoolOff()) {
            events.add(Offering.payout(c.loan(), is, c.at()));
        }
        return events;
    }
}
