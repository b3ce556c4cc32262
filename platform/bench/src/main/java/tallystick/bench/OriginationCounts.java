package tallystick.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;
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
        report.condition("callers", "" + callers);
        try (var platform = WholePlatform.counted("origination-counts")) {
            var officer = new LoanOfficer(platform.address());
            Load.times(callers, options.number("warmup", WARM_UP), officer::funds);
            settle();
            var counts = platform.bean(Counts.class);
            var before = counts.seen();
            var spent = Spent.sofar(platform.database());
            Load.times(callers, originations, officer::funds);
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

    /** Until the groups have followed. */
    private static void settle() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(300);
    }
}
