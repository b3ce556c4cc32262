package tallystick.runtime.deadlines;

import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Says at start which rows nobody handles. It does not stop the start: while releases change, an old node meets the
 * kinds of the new one. Health and a metric keep saying it.
 */
final class UnknownKinds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(UnknownKinds.class);

    private final DeadlineWatch watch;
    private final Collection<String> known;
    private volatile boolean running;

    UnknownKinds(DeadlineWatch watch, Collection<String> known) {
        this.watch = watch;
        this.known = known;
    }

    @Override
    public void start() {
        running = true;
        watch.unknown()
                .forEach(kind -> LOG.error(
                        "Expected a DeadlineKind bean for every stored deadline, found rows of '{}' without one"
                                + " (known: {}). They wait until a release handles them.",
                        kind,
                        known));
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
