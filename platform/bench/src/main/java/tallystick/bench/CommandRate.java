package tallystick.bench;

import java.time.Duration;

/** Durable commands a second, beside stock Axon: rounds alternate, and each pair of rounds gives one ratio. */
final class CommandRate implements Measurement {
    private static final int ACCOUNTS = 20_000;

    @Override
    public void run(Options options, Report report) throws Exception {
        try (var one = Server.fresh(32);
                var other = Server.fresh(options.number("pool", 32));
                var ours = Ours.on(one);
                var stock = Stock.on(other)) {
            one.describe(report);
            report.condition("stock's pool", other.pool().getMaximumPoolSize() + " connections");
            var ourWork = new Work();
            var stockWork = new Work();
            warmUp(ours, ourWork);
            warmUp(stock, stockWork);
            for (int callers : options.numbers("callers", "1,16,64,256")) {
                for (int round = 0; round < options.number("rounds", 5); round++) {
                    var duration = options.seconds(4);
                    report.pair(
                            "creates, %d callers".formatted(callers),
                            "/s",
                            creates(ours, ourWork, callers, duration),
                            "stock",
                            creates(stock, stockWork, callers, duration));
                    report.pair(
                            "updates, %d callers".formatted(callers),
                            "/s",
                            updates(ours, ourWork, callers, duration),
                            "stock",
                            updates(stock, stockWork, callers, duration));
                }
            }
        }
    }

    static void warmUp(Side side, Work work) throws InterruptedException {
        Load.times(64, ACCOUNTS, () -> side.send(work.open()));
        updates(side, work, 64, Duration.ofSeconds(5));
    }

    private static double creates(Side side, Work work, int callers, Duration duration) throws InterruptedException {
        return Load.perSecond(callers, duration, () -> side.send(work.open()));
    }

    static double updates(Side side, Work work, int callers, Duration duration) throws InterruptedException {
        return Load.perSecond(callers, duration, () -> side.send(work.depositIntoNext(ACCOUNTS)));
    }
}
