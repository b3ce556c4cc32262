package tallystick.runtime.processing.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time by which processors pause and renew their claims: the machine's own pace, or a multiple of it. Never the
 * platform's clock, which tests and demos move.
 */
final class Pace extends Clock {
    private final Clock machine = Clock.systemUTC();
    private final Instant start = machine.instant();
    private final int haste;

    Pace(int haste) {
        this.haste = haste;
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.between(start, machine.instant()).multipliedBy(haste));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }
}
