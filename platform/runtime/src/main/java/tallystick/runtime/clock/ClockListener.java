package tallystick.runtime.clock;

import java.time.Instant;

/** A bean that must act when time jumps: sweeps, polling, leases. Called after the jump, on the caller's thread; be quick. */
public interface ClockListener {
    void moved(Instant from, Instant to);
}
