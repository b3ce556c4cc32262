package tallystick.bank.gateway.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tallystick.runtime.clock.ClockListener;

/**
 * Takes rows that are due and works each off on a thread of its own: at once when woken, when the clock jumps, and on a
 * regular look for what other nodes or a crash have left. Whoever takes a row leases it, so that several nodes share the
 * rows; what is not done when the lease ends is anybody's again.
 *
 * @param <T> a row
 */
public final class Workers<T> implements SmartLifecycle, ClockListener {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private final String name;
    private final IntFunction<List<T>> take;
    private final Consumer<T> work;
    private final Semaphore woken = new Semaphore(0);
    private final Semaphore free;
    private volatile boolean running;
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param take leases and gives at most so many rows that are due */
    public Workers(String name, int atOnce, IntFunction<List<T>> take, Consumer<T> work) {
        this.name = name;
        this.take = take;
        this.work = work;
        this.free = new Semaphore(atOnce);
    }

    /** There may be something to do. Returns at once. */
    public void wake() {
        woken.release();
    }

    /** Wakes when what the current transaction wrote can be seen. */
    public void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    /**
     * Works off all that is due, here and now, one after the other: for those who hold the time themselves.
     *
     * @return how many there were
     */
    public int drain() {
        var done = 0;
        for (var rows = take.apply(1); !rows.isEmpty(); rows = take.apply(1)) {
            rows.forEach(work);
            done += rows.size();
        }
        return done;
    }

    @Override
    public void moved(Instant from, Instant to) {
        wake();
    }

    @Override
    public void start() {
        running = true;
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
        threads.execute(this::look);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        threads.shutdown();
        try {
            threads.awaitTermination(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow(); // What is cut off is found by its lease, here or elsewhere.
        threads.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void look() {
        while (running) {
            try {
                if (!takeSome() && woken.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException | RejectedExecutionException stopping) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("Expected to look for work of '{}'; found a failure. Looking again.", name, failure);
                pause();
            }
        }
    }

    /** Whether there may be more. */
    private boolean takeSome() throws InterruptedException {
        free.acquire();
        var places = 1 + free.drainPermits();
        var taken = List.<T>of();
        try {
            taken = take.apply(places);
        } finally {
            free.release(places - taken.size());
        }
        taken.forEach(row -> threads.execute(() -> run(row)));
        return taken.size() == places;
    }

    private void run(T row) {
        try {
            work.accept(row);
        } catch (RuntimeException failure) {
            if (running) {
                LOG.warn("Work of '{}' failed and comes again when its lease ends: {}.", name, row, failure);
            }
        } finally {
            free.release();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
