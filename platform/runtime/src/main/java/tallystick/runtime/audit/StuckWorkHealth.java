package tallystick.runtime.audit;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import tallystick.runtime.telemetry.Attention;
import tallystick.runtime.telemetry.Reading;

/** Whether a person must look at something that waits for nothing. */
final class StuckWorkHealth implements HealthIndicator {
    private final Reading<StuckWork> work;

    StuckWorkHealth(Reading<StuckWork> work) {
        this.work = work;
    }

    @Override
    public Health health() {
        return work.now()
                .map(StuckWorkHealth::health)
                .orElseGet(() -> Health.unknown()
                        .withDetail("found", "The findings could not be read; see the database's health.")
                        .build());
    }

    private static Health health(StuckWork read) {
        boolean needed = read.looks().stream().anyMatch(look -> look.found() > 0 || look.error() != null);
        Health.Builder health = Attention.when(needed);
        read.looks().forEach(look -> health.withDetail(look.name(), describe(look)));
        return (read.named().isEmpty() ? health : health.withDetail("findings", read.named())).build();
    }

    private static String describe(StuckWork.Look look) {
        return look.error() == null
                ? "%d stuck at %s".formatted(look.found(), look.at())
                : "could not be looked at, %s: %s".formatted(look.at(), look.error());
    }
}
