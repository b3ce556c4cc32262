package tallystick.runtime.telemetry;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether a person must look at the processing: a group halted, letters or steps wait, or one is far behind. */
record ProcessingHealth(Reading<List<ProcessingReadings.Group>> reading, long lagBeforeAlarm)
        implements HealthIndicator {
    @Override
    public Health health() {
        return reading.now()
                .map(this::health)
                .orElseGet(() -> Health.unknown()
                        .withDetail("found", "The groups could not be read; see the database's health.")
                        .build());
    }

    private Health health(List<ProcessingReadings.Group> groups) {
        Health.Builder health = Attention.when(groups.stream().anyMatch(this::alarming));
        groups.forEach(group -> health.withDetail(group.name(), describe(group)));
        return health.build();
    }

    private boolean alarming(ProcessingReadings.Group group) {
        return group.halted() != null
                || group.deadLetters() > 0
                || group.parkedSteps() > 0
                || group.lag() > lagBeforeAlarm;
    }

    private static String describe(ProcessingReadings.Group group) {
        String state = group.halted() == null ? "running" : "halted: " + group.halted();
        return "%s; %d behind, %d dead letters, %d parked steps"
                .formatted(state, group.lag(), group.deadLetters(), group.parkedSteps());
    }
}
