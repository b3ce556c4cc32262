package tallystick.runtime.processing.sagas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import tallystick.runtime.processing.AccountEvents.TransferAsked;
import tallystick.runtime.processing.AccountEvents.TransferDone;
import tallystick.runtime.processing.AccountEvents.TransferPaid;
import tallystick.runtime.processing.BatchWriter;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.Node;
import tallystick.runtime.processing.ProcessingDatabase;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.Stream;
import tallystick.runtime.processing.batch.Batch;
import tallystick.runtime.processing.batch.EventAtPosition;
import tallystick.runtime.processing.engine.PutAside;

class SagaTest {
    private static final GroupName GROUP = new GroupName("reference.transfer");
    private static final SagaPlan PLAN = new SagaPlan();

    private final HikariDataSource database = ProcessingDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final Stream stream = new Stream(database);

    static class Collaborators {
        @org.springframework.context.annotation.Bean
        SagaPlan plan() {
            return PLAN;
        }
    }

    @AfterEach
    void close() {
        PLAN.done.clear();
        PLAN.failing.clear();
        stream.close();
    }

    private Node start(Map<String, Object> properties) {
        return Node.prepared(
                database,
                stream,
                properties,
                Collaborators.class,
                ProcessingGroup.saga(GROUP.text(), TransferSaga.class));
    }

    private Node start() {
        return sweeping("100ms");
    }

    private Node sweeping(String every) {
        return start(Map.of("tallystick.processing.step-attempts", "1", "tallystick.processing.sweep-interval", every));
    }

    private void ask(String transfer) {
        stream.append(transfer, new TransferAsked(transfer, "a", "b"));
    }

    private void pay(String transfer) {
        stream.append("order-" + transfer, new TransferPaid("order-" + transfer));
    }

    private void done(String transfer) {
        stream.append(transfer, new TransferDone(transfer));
    }

    @Test
    void aSagaRemembersItsPrivateFieldsBetweenEventsAndGoesWhenItEnds() {
        try (var node = start()) {
            ask("t1");
            await().until(() -> PLAN.done.contains("asked t1"));
            await().until(() -> jdbc.queryForList("select body from reference.sagas", String.class)
                    .equals(List.of("{\"transfer\":\"t1\",\"paid\":false}")));
            pay("t1");
            done("t1");
            await().until(() -> PLAN.done.contains("done t1 paid"));
            await().until(() -> count("sagas") == 0 && count("saga_associations") == 0);
            assertThat(node.repairs().open(GROUP, 10)).isEmpty();
        }
    }

    @Test
    void aStepThatFailsTooOftenIsParkedAndLaterStepsQueueUntilARetryRunsThemInOrder() {
        PLAN.failing.add("paid t1");
        try (var node = start()) {
            ask("t1");
            ask("t2");
            pay("t1");
            done("t1");
            pay("t2");
            done("t2");
            await().until(() -> PLAN.done.contains("done t2 paid"));
            await().until(() -> node.repairs().open(GROUP, 10).size() == 2);
            assertThat(node.repairs().open(GROUP, 10))
                    .extracting(PutAside::failed)
                    .containsExactly(true, false);
            var saga = node.repairs().open(GROUP, 10).getFirst().of();
            assertThat(node.repairs().retry(GROUP, saga)).isZero();
            assertThat(node.repairs().open(GROUP, 10).getFirst().attempts()).isEqualTo(2);
            assertThat(PLAN.done).doesNotContain("done t1 paid", "done t1 unpaid");
            PLAN.failing.clear();
            assertThat(node.repairs().retry(GROUP, saga)).isEqualTo(2);
            assertThat(PLAN.done).endsWith("paid t1", "done t1 paid");
            assertThat(count("sagas") + count("saga_associations") + count("parked_steps"))
                    .isZero();
        }
    }

    @Test
    void aStartingStepIsParkedAndEventsThatOnlyItsFailedAttemptCouldFindStillQueue() {
        PLAN.failing.add("asked t1");
        try (var node = sweeping("1h")) {
            ask("t1");
            await().until(() -> node.repairs().open(GROUP, 10).size() == 1);
            assertThat(node.repairs().open(GROUP, 10).getFirst().starting()).isTrue();
            pay("t1");
            ask("t1");
            await().until(() -> node.repairs().open(GROUP, 10).size() == 3);
            PLAN.failing.clear();
            var saga = node.repairs().open(GROUP, 10).getFirst().of();
            assertThat(node.repairs().retry(GROUP, saga)).isEqualTo(3);
            done("t1");
            await().until(() -> PLAN.done.contains("done t1 paid"));
            assertThat(PLAN.done).startsWith("asked t1", "paid t1");
        }
    }

    @Test
    void closingAStartingStepRemovesItsSagaAndWhatQueuedBehindIt() {
        PLAN.failing.add("asked t1");
        try (var node = start()) {
            ask("t1");
            done("t1");
            await().until(() -> node.repairs().open(GROUP, 10).size() == 2);
            var first = node.repairs().open(GROUP, 10).getFirst();
            assertThat(node.repairs().close(GROUP, first.of(), 99, "ops", "wrong one"))
                    .isFalse();
            assertThat(node.repairs().close(GROUP, first.of(), first.position(), "ops", "asked by mistake"))
                    .isTrue();
            await().until(() -> node.repairs().open(GROUP, 10).isEmpty());
            assertThat(count("sagas") + count("saga_associations")).isZero();
            assertThat(jdbc.queryForList(
                            "select closed_reason from reference.parked_steps order by position", String.class))
                    .containsExactly("asked by mistake", "The saga has ended.");
        }
    }

    @Test
    void closingALaterStepLetsTheSagaGoOnWithoutIt() {
        PLAN.failing.add("paid t1");
        try (var node = start()) {
            ask("t1");
            pay("t1");
            done("t1");
            await().until(() -> node.repairs().open(GROUP, 10).size() == 2);
            var first = node.repairs().open(GROUP, 10).getFirst();
            node.repairs().close(GROUP, first.of(), first.position(), "ops", "paid by hand");
            await().until(() -> PLAN.done.contains("done t1 unpaid"));
        }
    }

    @Test
    void aLaterStepInTheBatchThatStartsItsSagaIsNotMistakenForTheStart() {
        PLAN.failing.add("paid t1");
        try (var node =
                start(Map.of("tallystick.processing.enabled", "false", "tallystick.processing.step-attempts", "1"))) {
            ask("t1");
            pay("t1");
            done("t1");
            assertThat(handledInOneBatch(node, 3)).isFalse();
            assertThat(handledInOneBatch(node, 3)).isTrue();
            var first = node.repairs().open(GROUP, 10).getFirst();
            assertThat(first.position()).isEqualTo(2);
            assertThat(first.starting()).isFalse();
            assertThat(node.repairs().close(GROUP, first.of(), 2, "ops", "paid by hand"))
                    .isTrue();
            assertThat(node.repairs().retry(GROUP, first.of())).isEqualTo(1);
            assertThat(PLAN.done).endsWith("done t1 unpaid");
        }
    }

    /** What a processor does with a batch, without its freedom to make batches of any size. */
    private boolean handledInOneBatch(Node node, int events) {
        var reader = new EventAtPosition(stream.store());
        var batch = LongStream.rangeClosed(1, events).mapToObj(reader::at).toList();
        var unitOfWork = new BatchingUnitOfWork<>(batch);
        unitOfWork.start();
        new Batch(GROUP, Segment.ROOT_SEGMENT, batch, new BatchWriter(jdbc)).attachTo(unitOfWork);
        unitOfWork.attachTransaction(new SpringTransactionManager(node.bean(PlatformTransactionManager.class)));
        var invoker = node.processors().group(GROUP).orElseThrow().processor().eventHandlerInvoker();
        var result = unitOfWork.executeWithResult(() -> {
            invoker.handle(unitOfWork.getMessage(), Segment.ROOT_SEGMENT);
            return null;
        });
        return !result.isExceptional();
    }

    @Test
    void ownerAndRetriesAtOnceLoseNoStep() throws Exception {
        var over = new AtomicBoolean();
        try (var node = start(Map.of(
                        "tallystick.processing.step-attempts", "1", "tallystick.processing.sweep-interval", "5ms"));
                var threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                threads.execute(() -> {
                    while (!over.get()) {
                        node.repairs()
                                .open(GROUP, 10)
                                .forEach(s -> node.repairs().retry(GROUP, s.of()));
                    }
                });
            }
            for (int round = 0; round < 3; round++) {
                PLAN.failing.add("paid r" + round);
                PLAN.failing.add("asked s" + round);
                ask("r" + round);
                ask("s" + round);
                pay("r" + round);
                await().until(() -> node.repairs().open(GROUP, 10).size() >= 2);
                pay("s" + round);
                PLAN.failing.clear();
                done("r" + round);
                done("s" + round);
            }
            await().until(() -> count("sagas") == 0 && count("parked_steps") == 0);
            over.set(true);
            for (int round = 0; round < 3; round++) {
                assertThat(PLAN.done).contains("done r" + round + " paid", "done s" + round + " paid");
            }
        }
    }

    private long count(String table) {
        var count = jdbc.queryForObject("select count(*) from reference." + table, Long.class);
        return count == null ? 0 : count;
    }
}
