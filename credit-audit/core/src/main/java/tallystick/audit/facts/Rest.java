package tallystick.audit.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Leaves a source alone that has failed several times in a row, so that an outage does not make every case wait for it: each
 * failure more doubles the rest, up to a bound. After a rest one case asks, and the others wait for what it learns.
 */
final class Rest {
    static final int FAILURES = 3;
    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    private final InstantSource clock;
    private int failures;
    private Instant until = Instant.MIN;

    Rest(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether nobody shall ask now; who may ask after a rest keeps the others from it until the answer is known. */
    synchronized boolean isOn() {
        var now = clock.instant();
        if (now.isBefore(until)) {
            return true;
        }
        begin(now);
        return false;
    }

    synchronized void answered() {
        failures = 0;
        until = Instant.MIN;
    }

    synchronized void failed() {
        failures++;
        begin(clock.instant());
    }

    private void begin(Instant now) {
        if (failures >= FAILURES) {
            var length = FIRST.multipliedBy(1L << Math.min(failures - FAILURES, MOST_DOUBLINGS));
            until = now.plus(length.compareTo(LONGEST) < 0 ? length : LONGEST);
        }
    }
}
