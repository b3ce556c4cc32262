package tallystick.runtime.database;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the embedded server, {@code tallystick.database.embedded.*}.
 *
 * @param port where it listens on 127.0.0.1; 0 takes a free one at each start
 * @param maxConnections more than the pools and dedicated connections of one process together
 * @param startTimeout long, because a start after a crash replays the log first
 * @param leastFreeSpace with less than this on the disk it does not start: a full disk stops a database anywhere
 */
public record EmbeddedSettings(
        @DefaultValue("0") int port,
        @DefaultValue("100") int maxConnections,
        @DefaultValue("256MB") DataSize sharedBuffers,
        @DefaultValue("5m") Duration startTimeout,
        @DefaultValue("200MB") DataSize leastFreeSpace) {
    public EmbeddedSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "tallystick.database.embedded.port is %d; expected 0 (any free port) to 65535.".formatted(port));
        }
        if (maxConnections < 20) {
            throw new IllegalArgumentException(
                    "tallystick.database.embedded.max-connections is %d; expected 20 or more."
                            .formatted(maxConnections));
        }
    }

    public static EmbeddedSettings defaults() {
        return new EmbeddedSettings(
                0, 100, DataSize.ofMegabytes(256), Duration.ofMinutes(5), DataSize.ofMegabytes(200));
    }
}
