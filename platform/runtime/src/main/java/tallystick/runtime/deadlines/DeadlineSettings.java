package tallystick.runtime.deadlines;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of the sweep.
 *
 * @param every how often one of the nodes looks, in wall time
 * @param batch rows taken in one statement, per context
 * @param fanOut commands under way at once, per context and node
 * @param lease how long a row is this node's. A dead node's rows come back after it, so it stays under 15 s
 * @param firstBackOff the wait after the first failure; each further one waits twice as long
 * @param longestBackOff the longest wait between two tries
 * @param triesBeforeAlarm failures after which a deadline shows in health; it is tried on for ever
 * @param lateBeforeAlarm how far behind a deadline may be before it shows in health
 * @param readAtMostEvery how often metrics and health may look at the tables
 * @param stopWithin how long a stop waits for commands under way
 */
@ConfigurationProperties("tallystick.deadlines")
public record DeadlineSettings(
        @DefaultValue("1s") Duration every,
        @DefaultValue("200") int batch,
        @DefaultValue("16") int fanOut,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("1s") Duration firstBackOff,
        @DefaultValue("5m") Duration longestBackOff,
        @DefaultValue("10") int triesBeforeAlarm,
        @DefaultValue("1m") Duration lateBeforeAlarm,
        @DefaultValue("5s") Duration readAtMostEvery,
        @DefaultValue("5s") Duration stopWithin) {
    public DeadlineSettings {
        require(every.compareTo(Duration.ofSeconds(1)) >= 0, "every", ">= 1s", every);
        require(batch >= 1 && batch <= 10_000, "batch", "1 to 10000", batch);
        require(fanOut >= 1 && fanOut <= 1_000, "fan-out", "1 to 1000", fanOut);
        require(
                lease.compareTo(Duration.ofSeconds(1)) >= 0 && lease.compareTo(Duration.ofSeconds(14)) <= 0,
                "lease",
                "1s to 14s, so that a dead node's deadlines are taken over within 15 s",
                lease);
        require(firstBackOff.isPositive(), "first-back-off", "> 0", firstBackOff);
        require(longestBackOff.compareTo(firstBackOff) >= 0, "longest-back-off", ">= first-back-off", longestBackOff);
        require(triesBeforeAlarm >= 1, "tries-before-alarm", ">= 1", triesBeforeAlarm);
        require(lateBeforeAlarm.isPositive(), "late-before-alarm", "> 0", lateBeforeAlarm);
        require(!readAtMostEvery.isNegative(), "read-at-most-every", ">= 0", readAtMostEvery);
        require(!stopWithin.isNegative(), "stop-within", ">= 0", stopWithin);
    }

    /** The wait before the next try, after this many failures. */
    Duration backOff(int failures) {
        Duration wait = firstBackOff.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(longestBackOff) > 0 ? longestBackOff : wait;
    }

    private static void require(boolean held, String name, String expected, Object found) {
        if (!held) {
            throw new IllegalArgumentException(
                    "tallystick.deadlines.%s: expected %s, found %s.".formatted(name, expected, found));
        }
    }
}
