package tallystick.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** From a command's answer until its event is handled, on an idle system: on the same node, on another, and with stock. */
final class WakeUp implements Measurement {
    @Override
    public void run(Options options, Report report) throws Exception {
        try (var one = Server.fresh(16);
                var other = Server.fresh(16);
                var ours = Ours.on(one);
                var second = Ours.store(one);
                var stock = Stock.on(other)) {
            one.describe(report);
            report.condition("meaning", "0 when the event was handled before the caller was answered");
            var work = new Work();
            CommandRate.warmUp(ours, work);
            var stockWork = new Work();
            CommandRate.warmUp(stock, stockWork);
            int events = options.number("events", 400);
            for (int round = 0; round < options.number("rounds", 5); round++) {
                handled(ours, work, ours.store().eventStore(), events).into(report, "same node");
                handled(ours, work, second.eventStore(), events).into(report, "other node");
                handled(stock, stockWork, stock.store(), events / 4).into(report, "stock, same node");
            }
        }
    }

    /** Nothing else happens between two commands. */
    private static Times handled(Side side, Work work, EventStore reader, int events) throws Exception {
        Map<String, Long> handledAt = new ConcurrentHashMap<>();
        try (var _ = Follower.of(reader, event -> handledAt.put(event, System.nanoTime()))) {
            List<long[]> times = new ArrayList<>();
            for (int i = 0; i < events; i++) {
                TimeUnit.MILLISECONDS.sleep(20);
                var command = work.open();
                side.send(command);
                long answered = System.nanoTime();
                times.add(new long[] {
                    Math.max(0, await(handledAt, command.target().value()) - answered)
                });
            }
            return Times.of(times);
        }
    }

    private static long await(Map<String, Long> handledAt, String id) throws InterruptedException {
        for (int i = 0; i < 100_000; i++) {
            var at = handledAt.get(id);
            if (at != null) {
                return at;
            }
            TimeUnit.MICROSECONDS.sleep(100);
        }
        throw new IllegalStateException(
                "Expected the event of %s to be handled within 10 s; it was not.".formatted(id));
    }
}
