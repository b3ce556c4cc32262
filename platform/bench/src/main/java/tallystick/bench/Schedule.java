package tallystick.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls at fixed moments, whatever the answers do. A call that must wait for a free caller counts from the moment it was
 * due, so a stall is paid by every call it delays and not by one.
 */
final class Schedule {
    private Schedule() {}

    static Times at(double perSecond, int callers, Duration duration, Runnable call) throws InterruptedException {
        long calls = (long) (perSecond * duration.toMillis() / 1_000);
        var next = new AtomicLong();
        List<long[]> taken = new ArrayList<>();
        long start = System.nanoTime() + 10_000_000;
        Load.each(callers, () -> {
            var own = new ArrayList<Long>();
            for (long number = next.getAndIncrement(); number < calls; number = next.getAndIncrement()) {
                long due = start + (long) (number * 1e9 / perSecond);
                waitUntil(due);
                call.run();
                own.add(System.nanoTime() - due);
            }
            synchronized (taken) {
                taken.add(own.stream().mapToLong(Long::longValue).toArray());
            }
        });
        return Times.of(taken);
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
