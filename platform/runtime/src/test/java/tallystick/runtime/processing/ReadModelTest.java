package tallystick.runtime.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.AccountEvents.Deposited;

class ReadModelTest {
    private final HikariDataSource database = ProcessingDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final Stream stream = new Stream(database);

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void everyEventIsTakenOnceInOrderAndItsTokenStored() {
        try (var node =
                Node.start(database, stream, ProcessingGroup.readModel("reference.balances.v1", new Balances()))) {
            IntStream.range(0, 300).forEach(i -> stream.append("a" + i % 10, new Deposited("a" + i % 10, i)));
            await().until(() -> tokens() == 300);
            assertThat(node.processors().isRunning()).isTrue();
        }
        assertThat(Balances.log(jdbc, "a3"))
                .isEqualTo(String.join(
                        " ",
                        IntStream.range(0, 30).mapToObj(i -> "" + (i * 10 + 3)).toList()));
    }

    @Test
    void queriesOfReadModelsAreAnswered() throws Exception {
        try (var node =
                Node.start(database, stream, ProcessingGroup.readModel("reference.balances.v1", new Balances()))) {
            stream.append("a1", new Deposited("a1", 5));
            await().until(() -> !Balances.log(jdbc, "a1").isEmpty());
            var query = new GenericQueryMessage<>("a%", "accounts", ResponseTypes.multipleInstancesOf(String.class));
            assertThat(node.bean(QueryBus.class).query(query).get().getPayload())
                    .containsExactly("a1");
        }
    }

    @Test
    void aBatchIsWrittenWithOneStatementPerCollector() {
        var totals = new Totals();
        IntStream.range(0, 1000).forEach(i -> stream.append("a" + i % 10, new Deposited("a" + i % 10, 1)));
        var properties = Map.<String, Object>of("tallystick.processing.new-groups.reference.totals.v1", "tail");
        try (var node =
                Node.start(database, stream, properties, ProcessingGroup.readModel("reference.totals.v1", totals))) {
            await().until(() -> tokens() == 1000);
            assertThat(node.processors().isRunning()).isTrue();
        }
        assertThat(jdbc.queryForObject("select sum(amount) from reference.balances_v1", Long.class))
                .isEqualTo(1000);
        assertThat(totals.flushes.get()).isLessThan(200);
    }

    private long tokens() {
        var lowest = jdbc.queryForObject("select min(position) from reference.tokens", Long.class);
        return lowest == null ? 0 : lowest;
    }

    static final class Totals {
        private final java.util.concurrent.atomic.AtomicInteger flushes =
                new java.util.concurrent.atomic.AtomicInteger();

        @EventHandler
        void on(Deposited event, BatchWriter batch) {
            batch.of(Sums.class, Sums::new).byAccount.merge(event.account(), event.amount(), Long::sum);
        }

        final class Sums implements SetWise {
            private final Map<String, Long> byAccount = new java.util.TreeMap<>();

            @Override
            public void flush(JdbcOperations jdbc) {
                flushes.incrementAndGet();
                jdbc.update(
                        """
                        insert into reference.balances_v1 as b (account, amount, log)
                        select account, amount, '' from unnest(?, ?) c (account, amount)
                        on conflict (account) do update set amount = b.amount + excluded.amount\
                        """,
                        byAccount.keySet().toArray(String[]::new),
                        byAccount.values().toArray(Long[]::new));
            }
        }
    }
}
