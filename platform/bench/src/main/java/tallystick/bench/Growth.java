package tallystick.bench;

import java.util.ArrayList;
import java.util.List;

/** Whether a command takes longer in a store that has grown: deposits into any account, most of them not remembered. */
final class Growth implements Measurement {
    private static final int EVENTS_EACH = 10;

    @Override
    public void run(Options options, Report report) throws Exception {
        var sizes = options.numbers("sizes", "10000,100000,1000000");
        var stores = new ArrayList<Grown>();
        try {
            for (int size : sizes) {
                stores.add(Grown.of(size));
            }
            stores.getFirst().server().describe(report);
            for (int round = 0; round < options.number("rounds", 5); round++) {
                measure(options, report, stores);
            }
        } finally {
            stores.forEach(Grown::close);
        }
    }

    private static void measure(Options options, Report report, List<Grown> stores) throws InterruptedException {
        Times smallest = null;
        for (var store : stores) {
            var times = store.deposits(options.number("rate", 400), options.seconds(5));
            var what = "%,d events".formatted(store.events());
            times.into(report, what);
            if (smallest == null) {
                smallest = times;
            }
            report.add(what + ": p50 / p50 of the smallest", "x", times.millis(50) / smallest.millis(50));
            report.add(what + ": p99 / p99 of the smallest", "x", times.millis(99) / smallest.millis(99));
        }
    }

    /** A store with a history. */
    private record Grown(int events, Server server, Ours ours, Work work) {
        static Grown of(int events) throws InterruptedException {
            var server = Server.fresh(16);
            Seed.accounts(server, events / EVENTS_EACH, EVENTS_EACH);
            var grown = new Grown(events, server, Ours.on(server), new Work());
            grown.deposits(400, java.time.Duration.ofSeconds(5));
            return grown;
        }

        Times deposits(int perSecond, java.time.Duration duration) throws InterruptedException {
            return Schedule.at(perSecond, 16, duration, () -> ours.send(work.depositIntoAny(events / EVENTS_EACH)));
        }

        void close() {
            ours.close();
            server.close();
        }
    }
}
