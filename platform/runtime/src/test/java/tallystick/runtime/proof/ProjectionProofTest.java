package tallystick.runtime.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tallystick.runtime.processing.AccountEvents;
import tallystick.runtime.processing.AccountEvents.Deposited;
import tallystick.runtime.processing.AccountEvents.TransferAsked;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.Node;
import tallystick.runtime.processing.ProcessingDatabase;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.Stream;
import tallystick.runtime.processing.sagas.PlannedSagas;
import tallystick.runtime.processing.sagas.TransferSaga;
import tallystick.runtime.processing.tokens.Position;

class ProjectionProofTest {
    private static final GroupName GROUP = new GroupName("reference.totals.v1");

    private final HikariDataSource database = ProcessingDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final Stream stream = new Stream(database);
    private final Totals totals = new Totals();

    static final class Totals {
        private volatile boolean failing;

        @EventHandler
        void on(Deposited event) {
            if (failing && event.account().equals("bad")) {
                throw new IllegalStateException("planted");
            }
        }
    }

    @AfterEach
    void close() {
        stream.close();
    }

    private Node start(Map<String, Object> properties) {
        return Node.prepared(
                database,
                stream,
                properties,
                ProofConfiguration.class,
                ProcessingGroup.readModel(GROUP.text(), totals));
    }

    private void append(int events) {
        var batch = new ArrayList<Map.Entry<String, AccountEvents>>();
        for (int i = 0; i < events; i++) {
            var id = "a" + i % 50;
            batch.add(Map.entry(id, i % 5 == 0 ? new TransferAsked(id, "x", "y") : new Deposited(id, i)));
            if (batch.size() == 500 || i == events - 1) {
                stream.append(batch);
                batch.clear();
            }
        }
    }

    @Test
    void allIsWellWithWholeBlocksRememberedAndTheOpenOneCompared() {
        try (var node = start(Map.of())) {
            append(9_000);
            await().until(() -> slowest() >= 8_992);
            assertThat(node.bean(ProofRounds.class).round()).isEmpty();
            assertThat(jdbc.queryForObject("select below from reference.proof_verified", Long.class))
                    .isEqualTo(2);
            assertThat(jdbc.queryForObject("select sum(events) from reference.proof", Long.class))
                    .isEqualTo(7_200);
            assertThat(node.bean(ProofHealth.class).health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void aHolePlantedInTheOpenBlockIsFlagged() {
        try (var node = start(Map.of("tallystick.proof.every", "200ms"))) {
            append(100);
            await().until(() -> slowest() >= 92);
            jdbc.update("update reference.tokens set owner = 'nobody', claimed_at = clock_timestamp()");
            stream.append("a1", new Deposited("a1", 1));
            jdbc.update("update reference.tokens set position = 101");
            await().until(() ->
                    node.bean(ProofHealth.class).health().getStatus().equals(Status.DOWN));
            assertThat(node.bean(ProofRounds.class).latest().getFirst())
                    .hasToString("group 'reference.totals.v1', positions 0 to 4095: the store has 81 events for it, it"
                            + " accounted for 80");
            var registry = new SimpleMeterRegistry();
            node.bean(MeterBinder.class).bindTo(registry);
            assertThat(registry.get("tallystick.proof.mismatches").gauge().value())
                    .isEqualTo(1);
        }
    }

    /** Commits its token in a transaction of its own and only then handles the event; the first time it dies between. */
    static final class Hasty {
        private final JdbcTemplate elsewhere;
        private boolean died;

        Hasty(HikariDataSource database) {
            this.elsewhere = new JdbcTemplate(
                    new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
        }

        @EventHandler
        void on(Deposited event, TrackingToken token) {
            if (!died && event.account().equals("bad")) {
                var position = Position.of(token);
                elsewhere.update("update reference.tokens set position = ? where position < ?", position, position);
                died = true;
                throw new IllegalStateException("planted");
            }
        }
    }

    @Test
    void aTokenCommittedBeforeItsEventIsHandledLosesTheEventAndIsFlagged() {
        var group = ProcessingGroup.readModel(GROUP.text(), new Hasty(database));
        try (var node = Node.prepared(database, stream, Map.of(), ProofConfiguration.class, group)) {
            stream.append("bad", new Deposited("bad", 1));
            append(100);
            await().until(() -> slowest() >= 92);
            assertThat(node.bean(ProofRounds.class).round().getFirst().toString())
                    .startsWith("group 'reference.totals.v1', positions 0 to 4095: the store has ");
        }
    }

    @Test
    void anEventHandledInPlaceOfAnotherIsFlagged() {
        try (var node = start(Map.of())) {
            append(9_000);
            await().until(() -> slowest() >= 8_992);
            jdbc.update("update reference.proof set sum = sum + 1 where block = 0 and segment = 1");
            assertThat(node.bean(ProofRounds.class).round().getFirst().toString())
                    .endsWith("and they are not the same");
            assertThat(jdbc.queryForObject("select below from reference.proof_verified", Long.class))
                    .isZero();
        }
    }

    @Test
    void deadLettersAreAccountedForBeforeAndAfterTheirDelivery() {
        totals.failing = true;
        try (var node = start(Map.of("tallystick.processing.sweep-interval", "1h"))) {
            append(20);
            stream.append("bad", new Deposited("bad", 1));
            stream.append("bad", new Deposited("bad", 2));
            await().until(() -> node.repairs().open(GROUP, 9).size() == 2);
            assertThat(node.bean(ProofRounds.class).round()).isEmpty();
            totals.failing = false;
            assertThat(node.repairs().retry(GROUP, "bad")).isEqualTo(2);
            assertThat(node.bean(ProofRounds.class).round()).isEmpty();
            jdbc.update("update reference.proof set events = events - 1 where block = 0 and segment = 0");
            assertThat(node.bean(ProofRounds.class).round()).hasSize(1);
        }
    }

    static final class More {
        @EventHandler
        void on(Deposited event) {
            assertThat(event.amount()).isNotNegative();
        }

        @EventHandler
        void on(TransferAsked event) {
            assertThat(event.from()).isNotEmpty();
        }
    }

    @Test
    void aReleaseThatSubscribesToMoreEventsStartsTheComparisonAnewWithoutAFalseAlarm() {
        try (var node = start(Map.of())) {
            append(100);
            await().until(() -> slowest() >= 92);
            assertThat(node.bean(ProofRounds.class).round()).isEmpty();
        }
        var more = ProcessingGroup.readModel(GROUP.text(), new More());
        try (var node = Node.prepared(database, stream, Map.of(), ProofConfiguration.class, more)) {
            assertThat(node.bean(ProofRounds.class).round()).isEmpty();
            append(100);
            await().until(() -> slowest() >= 192);
            assertThat(node.bean(ProofRounds.class).round()).isEmpty();
            var counted = jdbc.queryForObject("select sum(events) from reference.proof", Long.class);
            assertThat(counted).isBetween(100L, 108L);
            jdbc.update("update reference.proof set events = events - 1 where segment = 1");
            assertThat(node.bean(ProofRounds.class).round()).hasSize(1);
        }
    }

    @Test
    void everySegmentOfASagaGroupIsComparedAlone() {
        try (var node = PlannedSagas.start(
                database,
                stream,
                ProofConfiguration.class,
                ProcessingGroup.saga("reference.transfer", TransferSaga.class))) {
            for (int i = 0; i < 30; i++) {
                stream.append("t" + i, new TransferAsked("t" + i, "x", "y"));
            }
            await().until(() -> slowest() >= 30);
            assertThat(node.bean(ProofRounds.class).round()).isEmpty();
            assertThat(jdbc.queryForList("select events from reference.proof", Long.class))
                    .isEqualTo(List.of(30L, 30L, 30L, 30L));
            jdbc.update("update reference.proof set events = 29 where segment = 2");
            assertThat(node.bean(ProofRounds.class).round())
                    .extracting(Mismatch::segment)
                    .containsExactly(2);
        }
    }

    private long slowest() {
        var lowest = jdbc.queryForObject("select min(position) from reference.tokens", Long.class);
        return lowest == null ? 0 : lowest;
    }
}
