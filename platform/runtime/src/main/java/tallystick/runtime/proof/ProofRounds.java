package tallystick.runtime.proof;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tallystick.runtime.processing.engine.Processors;

/** Proves all groups again and again, and remembers the latest outcome for health and metrics. */
public final class ProofRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ProofRounds.class);

    private final Processors processors;
    private final ProjectionProof proof;
    private final ProofSettings properties;
    private volatile List<Mismatch> latest = List.of();
    private @Nullable ScheduledExecutorService pace;

    ProofRounds(Processors processors, ProjectionProof proof, ProofSettings properties) {
        this.processors = processors;
        this.proof = proof;
        this.properties = properties;
    }

    /** What the latest round found; empty when all is well. */
    public List<Mismatch> latest() {
        return latest;
    }

    /** Proves all groups now. */
    public List<Mismatch> round() {
        var found = processors.groups().stream()
                .flatMap(g -> proof.check(g).stream())
                .toList();
        found.forEach(m -> LOG.error(
                "ALARM: a projection misses events or has them twice: {}. Rebuild it beside the live one.", m));
        latest = found;
        return found;
    }

    @Override
    public void start() {
        var millis = properties.every().toMillis();
        pace = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("projection-proof").factory());
        var _ = pace.scheduleWithFixedDelay(this::tryRound, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void tryRound() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.warn("The projection proof could not run and comes again: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        if (pace != null) {
            pace.shutdownNow();
            pace = null;
        }
    }

    @Override
    public boolean isRunning() {
        return pace != null;
    }

    @Override
    public int getPhase() {
        return Processors.PHASE + 1;
    }
}
