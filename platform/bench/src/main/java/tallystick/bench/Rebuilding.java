package tallystick.bench;

import java.util.concurrent.TimeUnit;
import tallystick.reference.BalanceView;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.rebuild.Rebuild;

/**
 * How long a read model takes to be made again from all events, into tables of its own, while the live one goes on; the
 * two must then be equal byte for byte, or there is no figure.
 */
final class Rebuilding implements Measurement {
    private static final int EVENTS_EACH = 10;
    private static final String TABLE = "account_balances_v1";

    @Override
    public void run(Options options, Report report) throws Exception {
        int events = options.number("events", 1_000_000);
        try (var server = Server.fresh(16)) {
            server.describe(report);
            report.condition("events", Integer.toString(events));
            Seed.accounts(server, events / EVENTS_EACH, EVENTS_EACH);
            try (var node = BalancesOnly.node(server.database())) {
                while (BalancesOnly.position(server) < events) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                for (int round = 0; round < options.number("rounds", 5); round++) {
                    report.add("events made again", "/s", rebuild(node.getBean(Rebuild.class), events));
                }
            }
        }
    }

    private static double rebuild(Rebuild rebuild, int events) {
        rebuild.scratch("scratch", "reference", TABLE);
        long start = System.nanoTime();
        var handled = rebuild.replay(new GroupName(BalancesOnly.GROUP), new BalanceView("scratch." + TABLE), events);
        var rate = handled * 1e9 / (System.nanoTime() - start);
        var differences = rebuild.differences("reference." + TABLE, "scratch." + TABLE);
        if (handled != events || differences != 0) {
            throw new IllegalStateException(
                    "Expected %d events and equal tables; found %d events and %d rows that differ."
                            .formatted(events, handled, differences));
        }
        return rate;
    }
}
