package tallystick.runtime.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import tallystick.kernel.Refusal;
import tallystick.runtime.telemetry.Attention;
import tallystick.runtime.testing.TestDatabase;

class DeadlineSweepTest {
    private static final String KIND = "transfer-silent";

    private final TestDatabase database = TestDatabase.fresh("reference", "other");
    private final Inbox inbox = new Inbox();

    @Test
    void aDeadlineIsSentWhenTheClockMovesPastItAndNotBefore() {
        try (Node node = Node.adjustable(database, inbox)) {
            Instant due = node.now().plus(Duration.ofDays(30));
            node.handle(deadlines -> deadlines.set(KIND, "transfer-1", due));
            node.handle(deadlines -> deadlines.set(KIND, "transfer-2", due.plus(Duration.ofDays(1))));
            node.moveTo(due.minusSeconds(3600));
            node.context().getBean(DeadlineSweep.class).run();
            node.moveTo(due);
            soon().until(() -> node.rows() == 1);
            assertThat(inbox.ids()).containsExactly("transfer-1");
            assertThat(inbox.came.getFirst().due()).isEqualTo(due);
            assertThat(inbox.came.getFirst().at()).isAfterOrEqualTo(due);
            assertThat(inbox.came.getFirst().inTransaction()).isFalse();
        }
    }

    @Test
    void theCalendarFindsADeadlineThatNobodyAnnounced() {
        try (Node node = Node.start(database, inbox)) {
            node.database()
                    .sql("insert into reference.deadlines (kind, id, due_at) values (?, 'transfer-1', now())")
                    .param(KIND)
                    .update();
            soon().until(() -> node.rows() == 0);
            assertThat(inbox.ids()).contains("transfer-1");
        }
    }

    @Test
    void aRefusalIsAnOutcome() {
        inbox.reactsWith(_ -> {
            throw Refusal.of("transfer-done", "Done", "The transfer was done already.")
                    .asException();
        });
        try (Node node = Node.start(database, inbox)) {
            node.handle(deadlines -> deadlines.set(KIND, "transfer-1", node.now()));
            soon().until(() -> node.rows() == 0);
            assertThat(inbox.ids()).containsExactly("transfer-1");
        }
    }

    @Test
    void aFaultIsTriedAgainRaisesTheAlarmAndIsNeverLost() {
        inbox.reactsWith(_ -> {
            throw new IllegalStateException("planted: must not be stored");
        });
        try (Node node = Node.start(database, inbox, "tallystick.deadlines.tries-before-alarm=3")) {
            node.handle(deadlines -> deadlines.set(KIND, "transfer-1", node.now()));
            soon().until(() -> node.health().health().getStatus().equals(Attention.STATUS));
            assertThat(node.health().health().getDetails().get("reference"))
                    .asString()
                    .endsWith("1 failing");
            assertThat(node.database()
                            .sql("select last_error from reference.deadlines")
                            .query(String.class)
                            .single())
                    .isEqualTo("IllegalStateException");
            inbox.reactsWith(_ -> {});
            soon().until(() -> node.rows() == 0);
            assertThat(node.health().health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void rowsOfAKindThatNobodyHandlesShowInHealth() {
        try (Node node = Node.start(database, inbox)) {
            assertThat(node.health().health().getStatus()).isEqualTo(Status.UP);
            node.database()
                    .sql("insert into reference.deadlines (kind, id, due_at) values ('retired', 'x-1', now())")
                    .update();
            assertThat(node.health().health().getStatus()).isEqualTo(Attention.STATUS);
            assertThat(node.health().health().getDetails())
                    .containsEntry("unknownKinds", java.util.List.of("reference.retired"));
        }
    }

    @Test
    void aDeadlineThatMovesWhileItsCommandRunsStaysForItsNewTime() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch moved = new CountDownLatch(1);
        inbox.reactsWith(_ -> {
            arrived.countDown();
            waitFor(moved);
        });
        try (Node node = Node.adjustable(database, inbox)) {
            Instant later = node.now().plus(Duration.ofDays(1));
            node.handle(deadlines -> deadlines.set(KIND, "transfer-1", node.now()));
            assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
            node.handle(deadlines -> deadlines.set(KIND, "transfer-1", later));
            moved.countDown();
            node.moveTo(later);
            soon().until(() -> node.rows() == 0);
            assertThat(inbox.came.stream().map(Inbox.Came::due)).contains(later);
        }
    }

    @Test
    void aContextThatHangsDoesNotDelayAnother() {
        CountDownLatch over = new CountDownLatch(1);
        inbox.reactsWith(command -> {
            if (command.target().value().startsWith("other")) {
                waitFor(over);
            }
        });
        try (Node node = Node.start(database, inbox, "tallystick.deadlines.fan-out=2")) {
            node.handle(deadlines -> {
                for (int i = 0; i < 50; i++) {
                    deadlines.set("other-silent", "other-" + i, node.now());
                }
            });
            soon().until(() -> inbox.came.size() >= 2);
            node.handle(deadlines -> deadlines.set(KIND, "transfer-1", node.now()));
            soon().until(() -> node.rows() == 0);
            assertThat(inbox.ids()
                            .filter(id -> id.startsWith("other"))
                            .distinct()
                            .count())
                    .isLessThanOrEqualTo(2);
            over.countDown();
        }
    }

    @Test
    void whatADeadNodeHadTakenIsSentByAnotherOnceTheLeaseHasRunOut() {
        try (Node node = Node.start(database, inbox)) {
            Instant leaseUntil = node.database()
                    .sql("""
                        insert into reference.deadlines (kind, id, due_at, lease_until)
                        values (?, 'transfer-1', now() - interval '1 hour', clock_timestamp() + interval '3 seconds')
                        returning lease_until
                        """)
                    .param(KIND)
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
            soon().until(() -> node.rows() == 0);
            assertThat(inbox.times("transfer-1")).isEqualTo(1);
            assertThat(inbox.came.getFirst().at()).isAfterOrEqualTo(leaseUntil);
        }
    }

    static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(50));
    }

    static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
