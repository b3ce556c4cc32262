package tallystick.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Callers that each send the next command as soon as the last is answered. */
final class Load {
    private Load() {}

    /** Answers per second. A failure of one caller fails the run. */
    static double perSecond(int callers, Duration duration, Runnable call) throws InterruptedException {
        var done = new LongAdder();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        each(callers, () -> {
            while (System.nanoTime() < end) {
                call.run();
                done.increment();
            }
        });
        return done.sum() * 1e9 / (System.nanoTime() - start);
    }

    /** Makes a number of calls, however long that takes. */
    static void times(int callers, long calls, Runnable call) throws InterruptedException {
        var left = new AtomicLong(calls);
        each(callers, () -> {
            while (left.getAndDecrement() > 0) {
                call.run();
            }
        });
    }

    static void each(int callers, Runnable caller) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(caller));
            }
            for (var thread : running) {
                thread.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A caller failed; the round counts for nothing.", e.getCause());
        }
    }
}
