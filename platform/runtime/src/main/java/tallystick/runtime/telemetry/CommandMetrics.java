package tallystick.runtime.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long commands take, from the door until their events are durable. The door reports here. */
public final class CommandMetrics {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(100), Duration.ofSeconds(1)
    };

    private final MeterRegistry registry;

    CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What became of a command. */
    public enum Result {
        DONE,
        REFUSED,
        CONFLICT,
        FAILED
    }

    public void settled(Class<?> command, Result result, Duration took) {
        Timer.builder(MetricNames.COMMAND)
                .tag("command", command.getSimpleName())
                .tag("outcome", result.name().toLowerCase(java.util.Locale.ROOT))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }
}
