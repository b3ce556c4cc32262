package tallystick.runtime.telemetry;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How large appends are and how long they take. The appender reports each transaction here. */
public final class AppendMetrics {
    private final DistributionSummary batch;
    private final DistributionSummary callers;
    private final Timer timer;

    AppendMetrics(MeterRegistry registry) {
        this.batch = DistributionSummary.builder(MetricNames.APPEND_BATCH)
                .description("Events in one append, all callers of the group together")
                .baseUnit("events")
                .serviceLevelObjectives(1, 10, 100, 1_000)
                .register(registry);
        this.callers = DistributionSummary.builder(MetricNames.APPEND_CALLERS)
                .description("Callers whose events went in with one append")
                .serviceLevelObjectives(1, 10, 100)
                .register(registry);
        this.timer = Timer.builder(MetricNames.APPEND)
                .description("One append: lock, write, commit")
                .serviceLevelObjectives(Duration.ofMillis(5), Duration.ofMillis(25), Duration.ofMillis(100))
                .register(registry);
    }

    public void appended(int together, int events, Duration took) {
        callers.record(together);
        batch.record(events);
        timer.record(took);
    }
}
