package tallystick.runtime.deadlines;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One context's part of the sweep. Every context has its own lane and its own limits, so that a flood in one does not
 * delay another. No transaction is open while a command runs.
 */
final class DeadlineLane {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineLane.class);

    private final String context;
    private final List<String> kinds;
    private final DeadlineTable table;
    private final DeadlineShot shot;
    private final DeadlineSettings settings;
    private final InstantSource clock;
    private final Executor threads;
    private final Semaphore slots;
    private final AtomicInteger wakes = new AtomicInteger();
    private volatile boolean open = true;

    DeadlineLane(
            String context,
            List<String> kinds,
            DeadlineTable table,
            DeadlineShot shot,
            DeadlineSettings settings,
            InstantSource clock,
            Executor threads) {
        this.context = context;
        this.kinds = kinds;
        this.table = table;
        this.shot = shot;
        this.settings = settings;
        this.clock = clock;
        this.threads = threads;
        this.slots = new Semaphore(settings.fanOut());
    }

    /** Returns at once. A wake during a sweep makes it look once more. */
    void wake() {
        if (open && !kinds.isEmpty() && wakes.getAndIncrement() == 0) {
            threads.execute(this::sweep);
        }
    }

    private void sweep() {
        int seen;
        do {
            seen = wakes.get();
            try {
                takeUntilNoneIsDue();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                LOG.error(
                        "The deadlines of '{}' could not be looked at; the next sweep tries again.", context, failure);
            }
        } while (!wakes.compareAndSet(seen, 0));
    }

    private void takeUntilNoneIsDue() throws InterruptedException {
        int taken;
        do {
            Instant now = clock.instant();
            long leaseStart = System.nanoTime();
            List<Due> due = table.take(now, kinds, settings.batch(), settings.lease());
            for (Due one : due) {
                fire(one, leaseStart);
            }
            taken = due.size();
        } while (open && taken == settings.batch());
    }

    /** Waits for a free slot. A row whose lease ran out in the queue is left: it is due and anybody's again. */
    private void fire(Due due, long leaseStart) throws InterruptedException {
        slots.acquire();
        if (!open || System.nanoTime() - leaseStart >= settings.lease().toNanos()) {
            slots.release();
            return;
        }
        threads.execute(() -> {
            try {
                shot.fire(table, due);
            } finally {
                slots.release();
            }
        });
    }

    /** Takes no more rows; true when all commands under way came to an end in time. */
    boolean close() throws InterruptedException {
        open = false;
        boolean idle = slots.tryAcquire(settings.fanOut(), settings.stopWithin().toMillis(), TimeUnit.MILLISECONDS);
        if (idle) {
            slots.release(settings.fanOut());
        }
        return idle;
    }

    void reopen() {
        open = true;
    }
}
