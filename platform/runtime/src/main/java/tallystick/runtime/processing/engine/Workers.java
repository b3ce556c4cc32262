package tallystick.runtime.processing.engine;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import tallystick.runtime.processing.ProcessingSettings;

/** The threads that all groups share, so that their number does not grow with the number of groups. */
final class Workers implements AutoCloseable {
    private final ScheduledExecutorService workers;
    private final ScheduledExecutorService coordinators;

    Workers(ProcessingSettings properties) {
        this.workers = pool("processing-worker-", properties.workers());
        this.coordinators = pool("processing-coordinator-", properties.coordinators());
    }

    ScheduledExecutorService workers() {
        return workers;
    }

    ScheduledExecutorService coordinators() {
        return coordinators;
    }

    static ScheduledExecutorService pool(String name, int threads) {
        var pool = new ScheduledThreadPoolExecutor(
                threads, Thread.ofPlatform().daemon().name(name, 1).factory());
        pool.setRemoveOnCancelPolicy(true);
        return pool;
    }

    @Override
    public void close() {
        coordinators.shutdownNow();
        workers.shutdownNow();
    }
}
