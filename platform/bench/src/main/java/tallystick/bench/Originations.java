package tallystick.bench;

import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whole originations a second: over HTTP, from draft to a loan that the sandbox bank has paid out, on a durable embedded
 * database, everything in one process. Also how long each call took that waits for nothing.
 */
final class Originations implements Measurement {
    @Override
    public void run(Options options, Report report) throws Exception {
        try (var platform = WholePlatform.start("originations")) {
            var officers = new AtomicInteger();
            report.condition("callers", "" + options.number("callers", 32));
            round(platform, officers, options, report, false);
            for (var round = 0; round < options.number("rounds", 5); round++) {
                round(platform, officers, options, report, true);
            }
        }
    }

    private static void round(
            WholePlatform platform, AtomicInteger people, Options options, Report report, boolean counts)
            throws Exception {
        Queue<Long> calls = new ConcurrentLinkedQueue<>();
        var done = new AtomicInteger();
        var spent = Spent.sofar(platform.database());
        var start = System.nanoTime();
        var end = start + options.seconds(10).toNanos();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (var caller = 0; caller < options.number("callers", 32); caller++) {
                working.add(callers.submit(() -> {
                    while (System.nanoTime() < end) {
                        new LoanOfficer(platform.address(), calls).funds(people.incrementAndGet());
                        done.incrementAndGet();
                    }
                    return null;
                }));
            }
            for (var each : working) {
                each.get();
            }
        }
        if (counts) {
            report.add("originations", "/s", done.get() * 1e9 / (System.nanoTime() - start));
            spent.since()
                    .forEach((who, millis) ->
                            report.add("processor time of an origination, " + who, "ms", millis / (double) done.get()));
            report.add("a call that waits for nothing, p50", "ms", percentile(calls, 0.50));
            report.add("a call that waits for nothing, p99", "ms", percentile(calls, 0.99));
        }
    }

    private static double percentile(Queue<Long> calls, double part) {
        var sorted = calls.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }
}
