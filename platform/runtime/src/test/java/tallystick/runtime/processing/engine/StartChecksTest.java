package tallystick.runtime.processing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.AccountEvents.Deposited;
import tallystick.runtime.processing.Balances;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.Node;
import tallystick.runtime.processing.ProcessingDatabase;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.StartsAt;
import tallystick.runtime.processing.Stream;

class StartChecksTest {
    private static final String GROUP = "reference.balances.v1";

    private final HikariDataSource database = ProcessingDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final Stream stream = new Stream(database);

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void aNewGroupOnAStoreWithEventsStopsTheStartUnlessItIsListed() {
        stream.append("a", new Deposited("a", 1));
        refused(
                "Expected group 'reference.balances.v1' to have tokens, because 1 events are stored; found none.",
                readModel(GROUP));
        refused("tallystick.processing.new-groups.reference.balances.v1=tail", readModel(GROUP));
        assertThat(jdbc.queryForObject("select count(*) from reference.tokens", Long.class))
                .isZero();
    }

    @Test
    void aListedNewGroupOnAStoreWithEventsReadsThemAndGoesOnReading() {
        stream.append("a", new Deposited("a", 1));
        try (var node = Node.start(database, stream, listed("tail"), readModel(GROUP))) {
            stream.append("a", new Deposited("a", 2));
            await().until(() -> jdbc.queryForList("select amount from reference.balances_v1", Long.class)
                    .equals(java.util.List.of(3L)));
            assertThat(node.processors().isRunning()).isTrue();
        }
    }

    @Test
    void aListedPositionIsWhereAGroupStarts() {
        stream.append("a", new Deposited("a", 1));
        stream.append("a", new Deposited("a", 10));
        stream.append("a", new Deposited("a", 100));
        try (var node = Node.start(database, stream, listed("1"), readModel(GROUP))) {
            await().until(() -> jdbc.queryForList("select amount from reference.balances_v1", Long.class)
                    .equals(java.util.List.of(110L)));
            assertThat(node.processors().isRunning()).isTrue();
        }
        assertThatThrownBy(() -> StartsAt.parse("soon"))
                .hasMessage("Expected 'tail', 'head' or a position as start of a group, found 'soon'.");
    }

    @Test
    void aStartBehindTheNewestEventIsRefused() {
        stream.append("a", new Deposited("a", 1));
        assertThatThrownBy(() -> Node.start(database, stream, listed("5"), readModel(GROUP)))
                .rootCause()
                .hasMessage("Expected a start up to the newest position 1, found 5.");
    }

    @Test
    void sideEffectsStartAtTheHeadOnly() {
        stream.append("a", new Deposited("a", 1));
        var effects = ProcessingGroup.sideEffects(GROUP, new Balances());
        assertThatThrownBy(() -> Node.start(database, stream, listed("tail"), effects))
                .rootCause()
                .hasMessageContaining("to start at the head, because its effects must not be repeated");
        try (var node = Node.start(database, stream, listed("head"), effects)) {
            stream.append("a", new Deposited("a", 2));
            await().until(() -> jdbc.queryForList("select amount from reference.balances_v1", Long.class)
                    .equals(java.util.List.of(2L)));
            var processor =
                    node.processors().group(new GroupName(GROUP)).orElseThrow().processor();
            assertThat(processor.supportsReset()).isFalse();
        }
    }

    @Test
    void aGroupDeclaredTwiceIsRefused() {
        refused("'reference.balances.v1' is declared twice", readModel(GROUP), readModel(GROUP));
    }

    @Test
    void aGroupWithoutSchemaIsRefused() {
        refused("Expected schema 'nowhere' with the machine's tables", readModel("nowhere.balances.v1"));
    }

    @Test
    void aHandlerWithoutHandlersIsRefused() {
        refused(
                "Expected java.lang.Object, the handler of group 'reference.balances.v1', to have @EventHandler"
                        + " methods; found none.",
                ProcessingGroup.readModel(GROUP, new Object()));
    }

    @Test
    void aHandlerParameterThatNobodyProvidesIsRefused() {
        refused("Unable to resolve parameter 1", ProcessingGroup.readModel(GROUP, new Demanding()));
    }

    static final class Demanding {
        @EventHandler
        @SuppressWarnings("UnusedVariable")
        public void on(Deposited event, Runnable unknown) {
            unknown.run();
        }
    }

    @Test
    void aNameThatBreaksTheRuleIsRefused() {
        assertThatThrownBy(() -> new GroupName("Balances"))
                .hasMessage(
                        "Expected a group name like 'loan.payout' or 'loan.balances.v1', found 'Balances'. Rename the"
                                + " group.");
        assertThatThrownBy(() -> ProcessingGroup.readModel("reference.balances", new Balances()))
                .hasMessage("Expected the read model 'reference.balances' to carry its version, as"
                        + " 'reference.balances.v1'.");
    }

    @Test
    void aNodeCanLeaveProcessingToOthers() {
        try (var node =
                Node.start(database, stream, Map.of("tallystick.processing.enabled", "false"), readModel(GROUP))) {
            assertThat(node.processors().groups()).hasSize(1);
            assertThat(node.processors().groups().getFirst().processor().isRunning())
                    .isFalse();
        }
    }

    @Test
    void thereIsNoMemoryStoreToFallBackTo() {
        try (var node = Node.start(database, stream, readModel(GROUP))) {
            assertThat(node.bean(TokenStore.class)).isNotInstanceOf(InMemoryTokenStore.class);
            await().until(() -> jdbc.queryForList("select owner from reference.tokens where owner is not null")
                            .size()
                    == 4);
        }
        jdbc.update("delete from reference.tokens");
        stream.append("a", new Deposited("a", 1));
        refused("to have tokens", readModel(GROUP));
    }

    private static ProcessingGroup readModel(String name) {
        return ProcessingGroup.readModel(name, new Balances());
    }

    private static Map<String, Object> listed(String start) {
        return Map.of("tallystick.processing.new-groups." + GROUP, start);
    }

    private void refused(String message, ProcessingGroup... groups) {
        assertThatThrownBy(() -> Node.start(database, stream, groups))
                .rootCause()
                .hasMessageContaining(message);
    }
}
