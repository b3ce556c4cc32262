package tallystick.runtime.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static tallystick.runtime.deadlines.DeadlineSweepTest.soon;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tallystick.runtime.testing.TestDatabase;

/** Two nodes on one database, their clocks running. Every deadline comes at least once, none before its time. */
class TwoNodesTest {
    private static final String KIND = "transfer-silent";
    private static final long SEED = 20260105;

    private final TestDatabase database = TestDatabase.fresh("reference", "other");
    private final Inbox inbox = new Inbox();
    private final Random random = new Random(SEED);

    @Test
    void aThousandDeadlinesComeAtLeastOnceAndNoneBeforeItsTime() {
        try (Node one = Node.start(database, inbox);
                Node two = Node.start(database, inbox)) {
            IntStream.range(0, 1_000)
                    .forEach(i -> (i % 2 == 0 ? one : two)
                            .handle(deadlines -> deadlines.set(KIND, "transfer-" + i, near(one))));
            soon().until(() -> one.rows() == 0);
            assertThat(inbox.ids().collect(Collectors.toSet())).hasSize(1_000);
            assertThat(inbox.came).allMatch(came -> !came.at().isBefore(came.due()), "not before due");
        }
    }

    @Test
    void whatIsClearedBeforeItIsDueNeverComesAndEverythingElseDoes() {
        Set<String> clearedInTime = ConcurrentHashMap.newKeySet();
        try (Node one = Node.start(database, inbox);
                Node two = Node.start(database, inbox)) {
            Map<String, Instant> due = IntStream.range(0, 300)
                    .boxed()
                    .collect(Collectors.toMap(
                            i -> "transfer-" + i, _ -> one.now().plusMillis(1_500 + random.nextInt(2_000))));
            one.handle(deadlines -> due.forEach((id, at) -> deadlines.set(KIND, id, at)));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                due.entrySet().stream()
                        .filter(entry -> !stays(entry.getKey()))
                        .forEach(entry -> threads.execute(() -> clearAround(two, entry, clearedInTime)));
            }
            soon().until(() -> one.rows() == 0);
            System.out.printf("Seed %d: %d of 300 were cleared in time.%n", SEED, clearedInTime.size());
            assertThat(inbox.ids()).doesNotContainAnyElementsOf(clearedInTime);
            assertThat(inbox.ids())
                    .containsAll(
                            due.keySet().stream().filter(TwoNodesTest::stays).toList());
        }
    }

    private static boolean stays(String id) {
        return Math.floorMod(id.hashCode(), 3) == 0;
    }

    /** As close to the moment as the threads let us; what committed before the moment was in time. */
    private static void clearAround(Node node, Map.Entry<String, Instant> entry, Set<String> clearedInTime) {
        LockSupport.parkNanos(
                Duration.between(node.now(), entry.getValue()).minusMillis(5).toNanos());
        node.handle(deadlines -> deadlines.clear(KIND, entry.getKey()));
        if (node.now().isBefore(entry.getValue())) {
            clearedInTime.add(entry.getKey());
        }
    }

    private Instant near(Node node) {
        return node.now().plus(Duration.ofMillis(random.nextInt(3_000)));
    }
}
