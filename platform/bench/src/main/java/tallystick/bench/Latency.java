package tallystick.bench;

import java.time.Duration;

/** How long one command takes at half of the peak rate found in the same run, counted from when it was due. */
final class Latency implements Measurement {
    private static final int CALLERS = 256;
    private static final int ACCOUNTS = 20_000;

    @Override
    public void run(Options options, Report report) throws Exception {
        try (var one = Server.fresh(32);
                var other = Server.fresh(32);
                var ours = Ours.on(one);
                var stock = Stock.on(other)) {
            one.describe(report);
            var ourWork = new Work();
            var stockWork = new Work();
            double ourHalf = half(ours, ourWork, report, "ours");
            double stockHalf = half(stock, stockWork, report, "stock");
            for (int round = 0; round < options.number("rounds", 5); round++) {
                updates(ours, ourWork, ourHalf, options.seconds(10)).into(report, "ours at half its peak");
                updates(stock, stockWork, stockHalf, options.seconds(10)).into(report, "stock at half its peak");
                updates(ours, ourWork, stockHalf, options.seconds(10)).into(report, "ours at half of stock's peak");
            }
        }
    }

    private static double half(Side side, Work work, Report report, String name) throws InterruptedException {
        CommandRate.warmUp(side, work);
        double peak = 0;
        for (int callers : new int[] {64, 256, 64, 256}) {
            peak = Math.max(peak, CommandRate.updates(side, work, callers, Duration.ofSeconds(4)));
        }
        report.add("peak of " + name, "/s", peak);
        return peak / 2;
    }

    private static Times updates(Side side, Work work, double perSecond, Duration duration)
            throws InterruptedException {
        return Schedule.at(perSecond, CALLERS, duration, () -> side.send(work.depositIntoNext(ACCOUNTS)));
    }
}
