package tallystick.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tallystick.runtime.testing.Counts;

/**
 * What one origination costs in statements, transactions, batches and deliveries, and processor time: counts that are the
 * same on a busy machine. With more callers, groups find more events at once and counts fall.
 */
final class OriginationCounts implements Measurement {
    private static final int WARM_UP = 20;

    @Override
    public void run(Options options, Report report) throws Exception {
        var callers = options.number("callers", 1);
        var originations = options.number("originations", 50);
        var people = new AtomicInteger();
        report.condition("callers", "" + callers);
        try (var platform = WholePlatform.counted("origination-counts")) {
            originate(platform.address(), people, callers, options.number("warmup", WARM_UP));
            settle();
            var counts = platform.bean(Counts.class);
            var before = counts.seen();
            var spent = Spent.sofar(platform.database());
            originate(platform.address(), people, callers, originations);
            settle();
            spent.since()
                    .forEach((who, millis) ->
                            report.add("processor time, " + who, "ms", millis / (double) originations));
            counts.seen().since(before).counts().entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(count ->
                            report.add(count.getKey(), "", count.getValue().doubleValue() / originations));
        }
    }

    private static void originate(String address, AtomicInteger people, int callers, int many) throws Exception {
        var left = new AtomicInteger(many);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = java.util.stream.IntStream.range(0, callers)
                    .mapToObj(_ -> threads.submit(() -> {
                        while (left.getAndDecrement() > 0) {
                            new LoanOfficer(address, new ConcurrentLinkedQueue<>()).funds(people.incrementAndGet());
                        }
                        return null;
                    }))
                    .toList();
            for (var each : working) {
                each.get();
            }
        }
    }

    /** Until the groups have followed. */
    private static void settle() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(300);
    }
}
