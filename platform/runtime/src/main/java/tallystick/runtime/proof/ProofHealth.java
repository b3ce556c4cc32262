package tallystick.runtime.proof;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a projection misses events or has them twice. */
final class ProofHealth implements HealthIndicator {
    private final ProofRounds rounds;

    ProofHealth(ProofRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Health health() {
        var found = rounds.latest();
        var health = found.isEmpty() ? Health.up() : Health.down();
        return health.withDetail(
                        "mismatches", found.stream().map(Mismatch::toString).toList())
                .build();
    }
}
