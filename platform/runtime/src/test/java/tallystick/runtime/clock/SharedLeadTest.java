package tallystick.runtime.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.testing.TestDatabase;

class SharedLeadTest {
    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh().dataSource());
    private final List<Instant> toldOther = new CopyOnWriteArrayList<>();

    @Test
    void aStartGoesOnFromWhereTheClockWasMoved() {
        Node first = Node.start(database, List.of());
        Instant target = first.clock().instant().plus(Duration.ofDays(400));
        first.clock().moveTo(target);
        first.lead().stop();
        Node second = Node.start(database, List.of());
        second.lead().stop();
        assertThat(second.clock().instant()).isAfterOrEqualTo(target);
    }

    @Test
    void anotherNodeFollowsAndTellsItsListenersOnce() {
        Node mover = Node.start(database, List.of());
        Node other = Node.start(database, List.of((_, to) -> toldOther.add(to)));
        Instant target = mover.clock().instant().plus(Duration.ofDays(2));
        mover.clock().moveTo(target);
        await().until(() -> !toldOther.isEmpty());
        assertThat(other.clock().ahead()).isEqualTo(mover.clock().ahead());
        other.clock().follow(mover.clock().ahead());
        assertThat(toldOther).hasSize(1);
        mover.lead().stop();
        other.lead().stop();
    }

    private record Node(AdjustableClock clock, SharedLead lead) {
        static Node start(JdbcClient database, List<ClockListener> more) {
            var listeners = new CopyOnWriteArrayList<>(more);
            var clock = new AdjustableClock(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)), listeners::stream);
            var lead = new SharedLead(clock, database);
            listeners.add(lead);
            lead.start();
            return new Node(clock, lead);
        }
    }
}
