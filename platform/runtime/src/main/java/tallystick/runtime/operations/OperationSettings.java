package tallystick.runtime.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long work is shared and watched.
 *
 * @param atOnce runs of this node at one time
 * @param lease how long a silent node keeps its work
 * @param look how often a node looks for work that nobody told it of
 * @param attempts runs of one operation, the crashed ones included, before a person has to look
 * @param stream how long one stream of progress may stay open
 * @param lateWrite how long a write that does not show is waited for, before operations have to look
 */
@ConfigurationProperties("tallystick.operations")
record OperationSettings(
        @DefaultValue("4") int atOnce,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("1s") Duration look,
        @DefaultValue("5") int attempts,
        @DefaultValue("10m") Duration stream,
        @DefaultValue("1m") Duration lateWrite) {
    OperationSettings {
        if (atOnce < 1 || attempts < 1 || lease.toMillis() < 3 || look.toMillis() < 1 || stream.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "Expected positive limits under tallystick.operations; found at-once %d, attempts %d, lease %s, look %s, stream %s."
                            .formatted(atOnce, attempts, lease, look, stream));
        }
    }
}
