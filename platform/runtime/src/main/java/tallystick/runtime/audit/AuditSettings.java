package tallystick.runtime.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of the stuck-work audit.
 *
 * @param every how often it looks
 * @param grace how long a deadline may be past, and how young a wait may be, before it counts as stuck
 * @param most findings kept of one sort of work; more are counted as this many
 * @param queryTimeout how long one sort of work may take to look at
 * @param shownInHealth findings named in health; the rest is in the table
 * @param readAtMostEvery how often metrics and health may look at the findings
 */
@ConfigurationProperties("tallystick.audit")
public record AuditSettings(
        @DefaultValue("5m") Duration every,
        @DefaultValue("2m") Duration grace,
        @DefaultValue("1000") int most,
        @DefaultValue("60s") Duration queryTimeout,
        @DefaultValue("20") int shownInHealth,
        @DefaultValue("5s") Duration readAtMostEvery) {
    public AuditSettings {
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || grace.isNegative() || readAtMostEvery.isNegative()) {
            throw new IllegalArgumentException(
                    "tallystick.audit: expected every >= 1s, grace >= 0 and read-at-most-every >= 0, found %s, %s and %s."
                            .formatted(every, grace, readAtMostEvery));
        }
        if (most < 1 || shownInHealth < 0 || queryTimeout.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "tallystick.audit: expected most >= 1, shown-in-health >= 0 and query-timeout >= 1s, found %d, %d and %s."
                            .formatted(most, shownInHealth, queryTimeout));
        }
    }
}
