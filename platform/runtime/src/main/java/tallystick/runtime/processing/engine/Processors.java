package tallystick.runtime.processing.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.ProcessingSettings;
import tallystick.runtime.processing.batch.GroupProcessor;
import tallystick.runtime.processing.shares.FairShare;

/** All groups of this process: checked, made, started and stopped together. */
public final class Processors implements SmartLifecycle {
    /** After the stores, before the doors to the outside. */
    public static final int PHASE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Processors.class);
    private static final int STOP_SECONDS = 20;

    private final List<ProcessingGroup> declared;
    private final StartChecks checks;
    private final ProcessorFactory factory;
    private final QueryHandlers queries;
    private final FairShare shares;
    private final ProcessingSettings properties;
    private final Workers workers;
    private volatile List<RunningGroup> groups = List.of();
    private volatile boolean running;
    private @Nullable ScheduledExecutorService pace;

    Processors(
            List<ProcessingGroup> declared,
            StartChecks checks,
            ProcessorFactory factory,
            QueryHandlers queries,
            FairShare shares,
            ProcessingSettings properties,
            Workers workers) {
        this.declared = List.copyOf(declared);
        this.checks = checks;
        this.factory = factory;
        this.queries = queries;
        this.shares = shares;
        this.properties = properties;
        this.workers = workers;
    }

    /** What runs, or on a node without processors would run. */
    public List<RunningGroup> groups() {
        return groups;
    }

    public Optional<RunningGroup> group(GroupName name) {
        return groups.stream().filter(g -> g.name().equals(name)).findFirst();
    }

    @Override
    public void start() {
        if (groups.isEmpty()) {
            checks.declared(declared);
            groups = declared.stream().map(factory::make).toList();
            queries.register(declared);
        }
        if (properties.enabled()) {
            checks.tokens(declared);
            shares.beat();
            groups.forEach(g -> g.processor().start());
            startPace();
        }
        running = true;
    }

    private void startPace() {
        pace = Workers.pool("processing-pace-", 2);
        every(pace, properties.heartbeat().toMillis(), shares::beat);
        every(pace, properties.sweepInterval().toMillis(), this::sweep);
    }

    private static void every(ScheduledExecutorService pace, long millis, Runnable task) {
        var _ = pace.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        LOG.warn("A periodic task of processing failed and comes again: {}", e.toString());
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        for (var group : groups) {
            group.letters().ifPresent(letters -> letters.sweep(properties.letterAttempts()));
            group.sagas().ifPresent(sagas -> sagas.retry().sweep());
        }
    }

    @Override
    public void stop() {
        running = false;
        if (pace != null) {
            pace.shutdownNow();
            pace = null;
            stopProcessors();
            shares.leave();
        }
    }

    private void stopProcessors() {
        var stopped = groups.stream()
                .map(RunningGroup::processor)
                .map(GroupProcessor::shutdownAsync)
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(stopped)
                .completeOnTimeout(null, STOP_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** The last stop: threads go. */
    void close() {
        stop();
        workers.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
