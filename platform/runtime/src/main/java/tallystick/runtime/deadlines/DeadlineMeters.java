package tallystick.runtime.deadlines;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import tallystick.runtime.telemetry.MetricNames;
import tallystick.runtime.telemetry.Reading;

/** Counts what the sweep does and shows how far behind it is. */
final class DeadlineMeters {
    private final MeterRegistry registry;
    private final DeadlineKinds kinds;

    DeadlineMeters(MeterRegistry registry, DeadlineKinds kinds) {
        this.registry = registry;
        this.kinds = kinds;
    }

    void show(Reading<DeadlineBacklog> backlog, InstantSource clock) {
        kinds.contexts().forEach(context -> {
            gauge(MetricNames.DEADLINES_OVERDUE, context, backlog, late -> late.overdue());
            gauge(MetricNames.DEADLINES_FAILING, context, backlog, late -> late.failing());
            gauge(
                    MetricNames.DEADLINES_OLDEST,
                    context,
                    backlog,
                    late -> late.behind(clock.instant()).toSeconds());
        });
        Gauge.builder(
                        MetricNames.DEADLINES_UNKNOWN,
                        backlog,
                        b -> b.number(read -> read.unknown().size()))
                .strongReference(true)
                .register(registry);
    }

    private void gauge(
            String name,
            String context,
            Reading<DeadlineBacklog> backlog,
            ToDoubleFunction<DeadlineBacklog.Late> figure) {
        Gauge.builder(name, backlog, b -> b.number(read -> figure.applyAsDouble(read.of(context))))
                .tag("context", context)
                .strongReference(true)
                .register(registry);
    }

    void fired(Due due, Instant now) {
        registry.timer(MetricNames.DEADLINE_LATENESS, tags(due)).record(Duration.between(due.dueAt(), now));
    }

    void refused(Due due) {
        registry.counter(MetricNames.DEADLINE_OUTCOMES, tags(due).and("outcome", "refused"))
                .increment();
    }

    void failed(Due due) {
        registry.counter(MetricNames.DEADLINE_OUTCOMES, tags(due).and("outcome", "failed"))
                .increment();
    }

    private Tags tags(Due due) {
        return Tags.of("context", kinds.named(due.kind()).context(), "kind", due.kind());
    }
}
