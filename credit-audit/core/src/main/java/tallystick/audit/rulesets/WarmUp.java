package tallystick.audit.rulesets;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Compiles on every node, beside everything else, what may decide next; so that a publication waits for nobody. */
final class WarmUp implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final RuleSets sets;
    private volatile boolean running;

    WarmUp(RuleSets sets) {
        this.sets = sets;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("rules-warm-up").daemon().start(this::look);
    }

    private void look() {
        try {
            while (running) {
                once();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            sets.warmUp();
        } catch (RuntimeException failure) {
            if (running) {
                LOG.warn("A rule set could not be compiled ahead; the next look tries again.", failure);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
