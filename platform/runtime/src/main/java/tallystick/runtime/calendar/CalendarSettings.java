package tallystick.runtime.calendar;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of calendar work.
 *
 * @param enabled false on a node that shall run none
 * @param name nodes of one name share the work; every one of them must know the same jobs
 * @param schema where Quartz keeps its tables
 * @param threads jobs that run at once on this node
 * @param connections of the pool that only Quartz uses
 * @param connectionTimeout how long Quartz waits for one of them
 * @param checkIn how often a node says that it lives. Quartz gives a silent node up after this and 7.5 s more, so that
 *     2 s keep the takeover under 15 s
 * @param look how long a node without work waits before it looks for some
 * @param missedAfter how late an occurrence may be before it counts as missed
 */
@ConfigurationProperties("tallystick.calendar")
public record CalendarSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("tallystick") String name,
        @DefaultValue("quartz") String schema,
        @DefaultValue("4") int threads,
        @DefaultValue("4") int connections,
        @DefaultValue("3s") Duration connectionTimeout,
        @DefaultValue("2s") Duration checkIn,
        @DefaultValue("5s") Duration look,
        @DefaultValue("5s") Duration missedAfter) {
    public CalendarSettings {
        if (threads < 1 || connections < 2) {
            throw new IllegalArgumentException(
                    "tallystick.calendar: expected threads >= 1 and connections >= 2 (one to check in, one to work), found %d and %d."
                            .formatted(threads, connections));
        }
        if (connectionTimeout.compareTo(Duration.ofMillis(250)) < 0) {
            throw new IllegalArgumentException(
                    "tallystick.calendar.connection-timeout: expected at least 250ms, found %s."
                            .formatted(connectionTimeout));
        }
        if (checkIn.compareTo(Duration.ofSeconds(3)) > 0 || checkIn.compareTo(Duration.ofMillis(500)) < 0) {
            throw new IllegalArgumentException(
                    "tallystick.calendar.check-in: expected 500ms to 3s, so that a dead node's work is taken over within 15 s; found %s."
                            .formatted(checkIn));
        }
        if (look.compareTo(Duration.ofSeconds(1)) < 0 || missedAfter.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "tallystick.calendar: expected look and missed-after of at least 1s, found %s and %s."
                            .formatted(look, missedAfter));
        }
    }
}
