package tallystick.runtime.deadlines;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import tallystick.runtime.telemetry.Attention;
import tallystick.runtime.telemetry.Reading;

/** Whether a person must look at the deadlines: nobody knows a kind, one fails again and again, or they run late. */
final class DeadlineHealth implements HealthIndicator {
    private final Reading<DeadlineBacklog> backlog;
    private final InstantSource clock;
    private final Duration lateBeforeAlarm;

    DeadlineHealth(Reading<DeadlineBacklog> backlog, InstantSource clock, Duration lateBeforeAlarm) {
        this.backlog = backlog;
        this.clock = clock;
        this.lateBeforeAlarm = lateBeforeAlarm;
    }

    @Override
    public Health health() {
        return backlog.now()
                .map(this::health)
                .orElseGet(() -> Health.unknown()
                        .withDetail("found", "The deadlines could not be read; see the database's health.")
                        .build());
    }

    private Health health(DeadlineBacklog read) {
        boolean late = read.contexts().values().stream().anyMatch(this::alarming);
        Health.Builder health = Attention.when(late || !read.unknown().isEmpty());
        read.contexts().forEach((context, one) -> health.withDetail(context, describe(one)));
        if (!read.unknown().isEmpty()) {
            health.withDetail("unknownKinds", read.unknown());
        }
        return health.build();
    }

    private boolean alarming(DeadlineBacklog.Late late) {
        return late.failing() > 0 || late.behind(clock.instant()).compareTo(lateBeforeAlarm) > 0;
    }

    private String describe(DeadlineBacklog.Late late) {
        return "%d overdue, the oldest by %s; %d failing"
                .formatted(late.overdue(), late.behind(clock.instant()), late.failing());
    }
}
