package tallystick.runtime.telemetry;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Between up and down: the process serves, but a person must look. It answers 200, so that a load balancer does not take
 * a node away for something that every node sees.
 */
public final class Attention {
    public static final Status STATUS = new Status("ATTENTION", "It works, but somebody must look.");

    private Attention() {}

    public static Health.Builder when(boolean needed) {
        return needed ? Health.status(STATUS) : Health.up();
    }
}
