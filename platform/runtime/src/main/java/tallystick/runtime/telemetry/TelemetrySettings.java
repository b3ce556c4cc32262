package tallystick.runtime.telemetry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of telemetry.
 *
 * @param readAtMostEvery how often metrics and health may look at the processing groups
 * @param lagBeforeAlarm events a group may be behind before it shows in health
 */
@ConfigurationProperties("tallystick.telemetry")
public record TelemetrySettings(
        @DefaultValue("5s") Duration readAtMostEvery,
        @DefaultValue("100000") long lagBeforeAlarm) {
    public TelemetrySettings {
        if (readAtMostEvery.isNegative() || lagBeforeAlarm < 1) {
            throw new IllegalArgumentException(
                    "tallystick.telemetry: expected read-at-most-every >= 0 and lag-before-alarm >= 1, found %s and %d."
                            .formatted(readAtMostEvery, lagBeforeAlarm));
        }
    }
}
