package tallystick.runtime.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database, and how many connections to it; {@code tallystick.database.*}.
 *
 * @param mode a server of our own in the data folder, or the operator's
 * @param poolSize most connections that work at once; the appender, listeners and Quartz have theirs beside it
 * @param poolTimeout how long a caller waits for one of them
 */
@ConfigurationProperties("tallystick.database")
public record DatabaseSettings(
        @DefaultValue("embedded") Mode mode,
        @DefaultValue("16") int poolSize,
        @DefaultValue("10s") Duration poolTimeout,
        @DefaultValue EmbeddedSettings embedded) {
    /** Whose PostgreSQL it is. */
    public enum Mode {
        EMBEDDED,
        POSTGRES
    }

    public DatabaseSettings {
        if (poolSize < 2) {
            throw new IllegalArgumentException(
                    "tallystick.database.pool-size is %d; expected 2 or more.".formatted(poolSize));
        }
        if (poolTimeout.toMillis() < 250) {
            throw new IllegalArgumentException(
                    "tallystick.database.pool-timeout is %s; expected 250ms or more.".formatted(poolTimeout));
        }
    }
}
