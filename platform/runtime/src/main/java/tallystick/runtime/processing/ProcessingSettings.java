package tallystick.runtime.processing;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of processing. A killed node's segments are free after {@code claimTimeout}; the others look every {@code
 * claimInterval} and count it as gone after {@code nodeTimeout}.
 *
 * @param enabled false on a node that only serves requests
 * @param workers threads that handle batches, all groups together; each may hold a database connection
 * @param coordinators threads that claim segments and hand events out
 * @param claimTimeout a claim that nobody renewed for so long is free
 * @param claimInterval how often a node looks for free segments
 * @param claimExtension how often a claim is renewed
 * @param heartbeat how often a node says that it lives
 * @param nodeTimeout a node silent for so long gets no share
 * @param passingFaults how often an event may meet a passing fault (a lost connection) before it counts as its own
 * @param stepAttempts how often a saga step is tried before it is parked
 * @param letterAttempts how often the sweep tries a dead letter
 * @param letterBackOff the wait before the sweep's second attempt; doubles each time
 * @param sweepInterval how often letters and queued steps are looked at
 * @param haste how many times faster than usual the pauses pass between attempts at a segment, which begin with a second
 *     and double up to a minute; more than 1 is for tests
 * @param newGroups groups expected to be without tokens, and where they start: tail, head or a position
 */
@ConfigurationProperties("tallystick.processing")
public record ProcessingSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("8") int workers,
        @DefaultValue("2") int coordinators,
        @DefaultValue("8s") Duration claimTimeout,
        @DefaultValue("2s") Duration claimInterval,
        @DefaultValue("2s") Duration claimExtension,
        @DefaultValue("2s") Duration heartbeat,
        @DefaultValue("6s") Duration nodeTimeout,
        @DefaultValue("20") int passingFaults,
        @DefaultValue("4") int stepAttempts,
        @DefaultValue("6") int letterAttempts,
        @DefaultValue("10s") Duration letterBackOff,
        @DefaultValue("5s") Duration sweepInterval,
        @DefaultValue("1") int haste,
        @DefaultValue Map<String, String> newGroups) {
    public ProcessingSettings {
        require(workers >= 1 && coordinators >= 1, "workers and coordinators of at least 1");
        require(haste >= 1, "a haste of at least 1");
        require(passingFaults >= 1 && stepAttempts >= 1 && letterAttempts >= 1, "attempts of at least 1");
        require(
                claimTimeout.compareTo(claimExtension.multipliedBy(3)) >= 0,
                "claimTimeout of 3 claimExtensions or more");
        require(nodeTimeout.compareTo(heartbeat.multipliedBy(2)) >= 0, "nodeTimeout of 2 heartbeats or more");
        newGroups.values().forEach(StartsAt::parse);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("Expected tallystick.processing to have %s.".formatted(what));
        }
    }
}
