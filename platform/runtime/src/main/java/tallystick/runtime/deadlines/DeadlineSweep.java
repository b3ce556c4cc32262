package tallystick.runtime.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tallystick.runtime.clock.ClockListener;

/** Looks for due deadlines: when the calendar says so, when the clock jumps, and when a near one was set on this node. */
final class DeadlineSweep implements ClockListener, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineSweep.class);

    private final Map<String, DeadlineLane> lanes;
    private final InstantSource clock;
    private final Duration every;
    private final Executor threads;
    private volatile boolean running;

    DeadlineSweep(Map<String, DeadlineLane> lanes, InstantSource clock, Duration every, Executor threads) {
        this.lanes = lanes;
        this.clock = clock;
        this.every = every;
        this.threads = threads;
    }

    /** Wakes every lane and returns. */
    void run() {
        if (running) {
            lanes.values().forEach(DeadlineLane::wake);
        }
    }

    @Override
    public void moved(Instant from, Instant to) {
        run();
    }

    /** A deadline nearer than the next regular look need not wait for it. */
    void heard(String context, Instant due) {
        Duration left = Duration.between(clock.instant(), due);
        DeadlineLane lane = lanes.get(context);
        if (!running || lane == null || left.compareTo(every) > 0) {
            return;
        }
        if (left.isPositive()) {
            // The extra millisecond makes up for the delay counting in whole ones.
            CompletableFuture.delayedExecutor(left.toMillis() + 1, TimeUnit.MILLISECONDS, threads)
                    .execute(lane::wake);
        } else {
            lane.wake();
        }
    }

    @Override
    public void start() {
        lanes.values().forEach(DeadlineLane::reopen);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        lanes.forEach(DeadlineSweep::close);
    }

    private static void close(String context, DeadlineLane lane) {
        try {
            if (!lane.close()) {
                LOG.warn("Deadlines of '{}' are still under way at the stop; another node repeats them.", context);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
