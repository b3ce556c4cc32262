package tallystick.runtime.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.AccountEvents.Deposited;
import tallystick.runtime.processing.rebuild.ReadModelVersions;
import tallystick.runtime.processing.rebuild.Rebuild;

class RebuildTest {
    private static final GroupName ONE = new GroupName("reference.balances.v1");
    private static final GroupName TWO = new GroupName("reference.balances.v2");

    private static final Duration LONG = Duration.ofSeconds(60);

    private final HikariDataSource database = ProcessingDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final Stream stream = new Stream(database);

    @AfterEach
    void close() {
        stream.close();
    }

    record Doubled(String table) {
        @EventHandler
        void on(Deposited event, JdbcTemplate jdbc) {
            jdbc.update("""
                insert into %s as b (account, amount, log) values (?, ?, '')
                on conflict (account) do update set amount = b.amount + excluded.amount\
                """.formatted(table), event.account(), 2 * event.amount());
        }
    }

    @Test
    void aNewVersionCatchesUpBesideTheLiveOneAndTakesItsPlaceOnceItHas() {
        try (var node = Node.start(database, stream, ProcessingGroup.readModel(ONE.text(), new Balances()))) {
            stream.append("a", new Deposited("a", 5));
            await().until(() -> amounts("balances_v1").equals(List.of(5L)));
            node.bean(ReadModelVersions.class).switchTo(ONE, LONG, "balances");
            assertThat(amounts("balances")).containsExactly(5L);
        }
        jdbc.execute("create table reference.balances_v2 (like reference.balances_v1 including all)");
        jdbc.update("insert into reference.balances_v1 values ('live', 1, '')");
        var properties = Map.<String, Object>of("tallystick.processing.new-groups." + TWO, "tail");
        try (var node = Node.start(
                database,
                stream,
                properties,
                ProcessingGroup.readModel(ONE.text(), new Balances()),
                ProcessingGroup.readModel(TWO.text(), new Doubled("reference.balances_v2")))) {
            var versions = node.bean(ReadModelVersions.class);
            await().until(() -> amounts("balances_v2").equals(List.of(10L)));
            assertThat(amounts("balances")).contains(5L);
            versions.switchTo(TWO, LONG, "balances");
            assertThat(amounts("balances")).containsExactly(10L);
            assertThat(versions.live(TWO)).isEqualTo(OptionalInt.of(2));
            assertThatThrownBy(() -> versions.forget(TWO)).hasMessageContaining("a version that does not answer");
            assertThatThrownBy(() -> versions.forget(ONE)).hasMessageContaining("a node works on it");
        }
        try (var node = Node.start(
                database, stream, ProcessingGroup.readModel(TWO.text(), new Doubled("reference.balances_v2")))) {
            node.bean(ReadModelVersions.class).forget(ONE);
            assertThat(jdbc.queryForList("select distinct processor from reference.tokens", String.class))
                    .containsExactly(TWO.text());
        }
    }

    @Test
    void aVersionThatIsBehindDoesNotAnswer() {
        stream.append("a", new Deposited("a", 5));
        try (var node = Node.start(
                database,
                stream,
                Map.of("tallystick.processing.enabled", "false"),
                ProcessingGroup.readModel(ONE.text(), new Balances()))) {
            assertThatThrownBy(() -> node.bean(ReadModelVersions.class).switchTo(ONE, Duration.ZERO, "balances"))
                    .hasMessage("Expected 'reference.balances.v1' to be at position 1 without dead letters before it"
                            + " answers; found position -1 and 0 letters. Wait, or mend the letters.");
        }
    }

    @Test
    void aRebuildIntoAScratchSchemaEqualsTheLiveTablesByteForByteUnlessTheyWereTouched() {
        jdbc.execute("create table reference.balances_v2 (like reference.balances_v1 including all)");
        try (var node = Node.start(
                database, stream, ProcessingGroup.readModel(TWO.text(), new Doubled("reference.balances_v2")))) {
            IntStream.range(0, 2500).forEach(i -> stream.append("a" + i % 20, new Deposited("a" + i % 20, i)));
            await().until(() -> node.bean(Progress.class).caughtUp("reference", "a19", 125, Duration.ofSeconds(1))
                    && node.bean(ProcessingHealth.class).groups().getFirst().position() >= 2496);
            var rebuild = node.bean(Rebuild.class);
            rebuild.scratch("scratch", "reference", "balances_v2");
            assertThat(rebuild.replay(TWO, new Doubled("scratch.balances_v2"), 2500))
                    .isEqualTo(2500);
            await().until(() -> rebuild.differences("reference.balances_v2", "scratch.balances_v2") == 0);
            jdbc.update("update reference.balances_v2 set amount = amount + 1 where account = 'a7'");
            assertThat(rebuild.differences("reference.balances_v2", "scratch.balances_v2"))
                    .isEqualTo(2);
        }
    }

    private List<Long> amounts(String table) {
        return jdbc.queryForList("select amount from reference." + table, Long.class);
    }
}
