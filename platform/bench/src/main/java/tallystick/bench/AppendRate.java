package tallystick.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import tallystick.kernel.Money;
import tallystick.reference.AccountEvent.Deposited;
import tallystick.runtime.store.OpenStore;

/** Durable events a second, one a caller, beside the same rows inserted raw: a thousand a batch, and one a commit. */
final class AppendRate implements Measurement {
    private static final Money AMOUNT = Money.of("EUR", "12.50");

    @Override
    public void run(Options options, Report report) throws Exception {
        try (var server = Server.fresh(8);
                var store = Ours.store(server);
                var raw = RawRows.on(server)) {
            server.describe(report);
            var duration = options.seconds(5);
            appended(store, 64, duration.multipliedBy(2));
            raw.insert(server, Math.max(0, head(server) - 50_000), 1_000, duration);
            for (int callers : options.numbers("callers", "64,256")) {
                for (int round = 0; round < options.number("rounds", 5); round++) {
                    long before = head(server);
                    double ours = appended(store, callers, duration);
                    report.pair(
                            "events, %d callers".formatted(callers),
                            "/s",
                            ours,
                            "batched insert",
                            raw.insert(server, before, 1_000, duration));
                    double single = raw.singly(server, before, callers, duration);
                    report.add("events, %d callers: single-row commits".formatted(callers), "/s", single);
                }
            }
        }
    }

    private static double appended(OpenStore store, int callers, Duration duration) throws InterruptedException {
        return Load.perSecond(callers, duration, () -> {
            var id = "acc-" + UUID.randomUUID();
            var event = new Deposited(new tallystick.reference.AccountId(id), AMOUNT, "ref-1");
            store.engine().appendEvents(List.of(new GenericDomainEventMessage<>("account", id, 0, event)));
        });
    }

    private static long head(Server server) throws SQLException {
        return server.jdbc()
                .sql("select position from store.head")
                .query(Long.class)
                .single();
    }
}
