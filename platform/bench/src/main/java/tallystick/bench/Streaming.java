package tallystick.bench;

import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;

/** How fast a new read model catches up with a store full of events: ours written set-wise, stock's one upsert an event. */
final class Streaming implements Measurement {
    private static final int EVENTS_EACH = 10;

    @Override
    public void run(Options options, Report report) throws Exception {
        int events = options.number("events", 1_000_000);
        try (var one = Server.fresh(16);
                var other = Server.fresh(16);
                var stock = Stock.on(other)) {
            one.describe(report);
            report.condition("events", Integer.toString(events));
            Seed.accounts(one, events / EVENTS_EACH, EVENTS_EACH);
            Seed.stock(one, other);
            for (int round = 0; round < options.number("rounds", 5); round++) {
                report.pair(
                        "events to one projection, 4 segments",
                        "/s",
                        ours(one, events),
                        "stock",
                        stock(other, stock, events));
            }
        }
    }

    private static double ours(Server server, int events) throws InterruptedException {
        server.jdbc()
                .sql("truncate reference.account_balances_v1, reference.tokens, reference.proof")
                .update();
        server.jdbc().sql("checkpoint").update();
        try (ConfigurableApplicationContext _ = BalancesOnly.node(server.database())) {
            long start = System.nanoTime();
            long before = BalancesOnly.position(server);
            while (BalancesOnly.position(server) < events) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            return (events - before) * 1e9 / (System.nanoTime() - start);
        }
    }

    private static double stock(Server server, Stock stock, int events) throws InterruptedException {
        try (var projection = StockProjection.on(server, stock)) {
            long start = System.nanoTime();
            while (projection.handled() < events) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            return events * 1e9 / (System.nanoTime() - start);
        }
    }
}
