package tallystick.bank.gateway.instruction;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When to look again: after 30 s, 2 min, 10 min, an hour, and hourly from then on. */
final class Polling {
    /** In doubt for so long, it is a person's. */
    static final Duration HANDED_OVER_AFTER = Duration.ofHours(24);

    /** A submission whose outcome is not recorded by then has none: the node stopped. */
    static final Duration OUTCOME_WITHIN = Duration.ofSeconds(45);

    private static final List<Duration> STEPS =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofHours(1));

    private Polling() {}

    /** The next look, after so many that did not help. */
    static Instant next(int looks, Instant at) {
        return at.plus(STEPS.get(Math.clamp(looks, 0, STEPS.size() - 1)));
    }
}
