package tallystick.runtime.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.AccountEvents.Deposited;
import tallystick.runtime.processing.Balances.Fault;
import tallystick.runtime.processing.engine.PutAside;

class DeadLettersTest {
    private static final GroupName GROUP = new GroupName("reference.balances.v1");
    private static final Map<String, Object> NO_SWEEP = Map.of("tallystick.processing.sweep-interval", "1h");

    private final HikariDataSource database = ProcessingDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final Stream stream = new Stream(database);
    private final Balances balances = new Balances();

    @AfterEach
    void close() {
        stream.close();
    }

    private Node start(Map<String, Object> properties) {
        return Node.start(database, stream, properties, ProcessingGroup.readModel(GROUP.text(), balances));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"JAVA", "SQL", "ERROR"})
    void anEventThatFailsIsPutAsideAndItsSequenceQueuesWhileOthersGoOn(Fault fault) {
        balances.faulty.put("bad2", fault);
        try (var node = start(NO_SWEEP)) {
            for (int i = 1; i <= 4; i++) {
                stream.append("bad", new Deposited("bad", i));
                stream.append("good", new Deposited("good", i));
            }
            await().until(() -> tokens() == 8);
            assertThat(Balances.log(jdbc, "good")).isEqualTo("1 2 3 4");
            assertThat(Balances.log(jdbc, "bad")).isEqualTo("1");
            assertThat(node.repairs().open(GROUP, 10))
                    .extracting("position", "failed")
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(3L, true),
                            org.assertj.core.groups.Tuple.tuple(5L, false),
                            org.assertj.core.groups.Tuple.tuple(7L, false));
        }
    }

    static final class SetWiseBalances {
        @EventHandler
        void on(Deposited event, BatchWriter batch) {
            batch.of(Changes.class, Changes::new).byAccount.merge(event.account(), event.amount(), Long::sum);
        }

        private static final class Changes implements SetWise {
            private final Map<String, Long> byAccount = new TreeMap<>();

            @Override
            public void flush(JdbcOperations jdbc) {
                jdbc.update(
                        """
                        insert into reference.balances_v1 as b (account, amount, log)
                        select account, amount / (case account when 'bad' then 0 else 1 end), ''
                        from unnest(?, ?) c (account, amount)
                        on conflict (account) do update set amount = b.amount + excluded.amount\
                        """,
                        byAccount.keySet().toArray(String[]::new),
                        byAccount.values().toArray(Long[]::new));
            }
        }
    }

    @Test
    void anEventThatSpoilsTheFlushOfItsBatchIsFoundAndPutAsideAlone() {
        for (int i = 0; i < 40; i++) {
            stream.append(i == 20 ? "bad" : "a" + i % 4, new Deposited(i == 20 ? "bad" : "a" + i % 4, 1));
        }
        var properties = new HashMap<>(NO_SWEEP);
        properties.put("tallystick.processing.new-groups." + GROUP, "tail");
        var oneSegment = new ProcessingGroup.ReadModel(GROUP, new SetWiseBalances(), 1, 512, new StartsAt.Tail());
        try (var node = Node.start(database, stream, properties, oneSegment)) {
            await().until(() -> tokens() == 40);
            assertThat(node.repairs().open(GROUP, 10))
                    .extracting(PutAside::position)
                    .containsExactly(21L);
            assertThat(jdbc.queryForObject("select sum(amount) from reference.balances_v1", Long.class))
                    .isEqualTo(39);
        }
    }

    @Test
    void aRetryAfterTheCauseIsMendedDeliversInOrder() {
        balances.faulty.put("bad2", Fault.JAVA);
        try (var node = start(NO_SWEEP)) {
            IntStream.rangeClosed(1, 4).forEach(i -> stream.append("bad", new Deposited("bad", i)));
            await().until(() -> tokens() == 4);
            assertThat(node.repairs().retry(GROUP, "bad")).isZero();
            assertThat(node.repairs().open(GROUP, 1).getFirst().attempts()).isEqualTo(2);
            balances.faulty.clear();
            assertThat(node.repairs().retry(GROUP, "bad")).isEqualTo(3);
            stream.append("bad", new Deposited("bad", 5));
            await().until(() -> Balances.log(jdbc, "bad").equals("1 2 3 4 5"));
            assertThat(node.repairs().open(GROUP, 10)).isEmpty();
        }
    }

    @Test
    void aRetryThatMeetsAPassingFaultDoesNotCountAgainstTheLetter() {
        balances.faulty.put("bad1", Fault.JAVA);
        try (var node = start(NO_SWEEP)) {
            stream.append("bad", new Deposited("bad", 1));
            await().until(() -> node.repairs().open(GROUP, 10).size() == 1);
            balances.faulty.put("bad1", Fault.PASSING);
            assertThat(node.repairs().retry(GROUP, "bad")).isZero();
            assertThat(node.repairs().open(GROUP, 1).getFirst().attempts()).isEqualTo(1);
        }
    }

    @Test
    void whatIsPutAsideIsNotShownAndProgressSaysSoUntilItIsMended() {
        balances.faulty.put("bad1", Fault.JAVA);
        try (var node = start(NO_SWEEP)) {
            stream.append("bad", new Deposited("bad", 1));
            await().until(() -> node.repairs().open(GROUP, 10).size() == 1);
            var progress = node.bean(Progress.class);
            assertThat(progress.caughtUp("reference", "bad", 1, Duration.ofSeconds(5)))
                    .isFalse();
            balances.faulty.clear();
            node.repairs().retry(GROUP, "bad");
            assertThat(progress.caughtUp("reference", "bad", 1, Duration.ofSeconds(5)))
                    .isTrue();
        }
    }

    @Test
    void aClosedLetterIsKeptWithItsReasonAndTheSweepDeliversWhatWaitedBehindIt() {
        balances.faulty.put("bad2", Fault.JAVA);
        try (var node = start(Map.of("tallystick.processing.sweep-interval", "100ms"))) {
            IntStream.rangeClosed(1, 3).forEach(i -> stream.append("bad", new Deposited("bad", i)));
            await().until(() -> tokens() == 3);
            assertThatThrownBy(() -> node.repairs().close(GROUP, "bad", 2, "ops", " "))
                    .hasMessage("Expected who closes a letter and why; found one of them empty.");
            assertThat(node.repairs().close(GROUP, "bad", 2, "ops", "booked by hand"))
                    .isTrue();
            assertThat(node.repairs().close(GROUP, "bad", 2, "ops", "again")).isFalse();
            await().until(() -> Balances.log(jdbc, "bad").equals("1 3"));
            assertThat(jdbc.queryForMap("select closed_by, closed_reason from reference.dead_letters"))
                    .containsEntry("closed_by", "ops")
                    .containsEntry("closed_reason", "booked by hand");
        }
    }

    @Test
    void aPassingFaultBecomesALetterOnlyAfterTheNamedNumberOfTries() {
        balances.faulty.put("a1", Fault.PASSING);
        try (var node = start(Map.of("tallystick.processing.passing-faults", "1000"))) {
            stream.append("a", new Deposited("a", 1));
            await().until(() -> node.bean(ProcessingHealth.class)
                    .groups()
                    .getFirst()
                    .error()
                    .isPresent());
            assertThat(node.repairs().open(GROUP, 10)).isEmpty();
            balances.faulty.clear();
            await().until(() -> Balances.log(jdbc, "a").equals("1"));
        }
        try (var node = start(
                Map.of("tallystick.processing.passing-faults", "2", "tallystick.processing.sweep-interval", "1h"))) {
            balances.faulty.put("a2", Fault.PASSING);
            stream.append("a", new Deposited("a", 2));
            await().until(() -> node.repairs().open(GROUP, 10).size() == 1);
        }
    }

    @Test
    void ownerAndRetriesAtOnceLoseNothingAndKeepTheOrder() throws Exception {
        var properties = new HashMap<String, Object>();
        properties.put("tallystick.processing.sweep-interval", "10ms");
        properties.put("tallystick.processing.letter-back-off", "1ms");
        properties.put("tallystick.processing.letter-attempts", "100000");
        var over = new AtomicBoolean();
        try (var node = start(properties);
                var threads = Executors.newFixedThreadPool(3)) {
            var expected = new ArrayList<String>();
            for (int i = 0; i < 2; i++) {
                threads.execute(() -> {
                    while (!over.get()) {
                        node.repairs().retry(GROUP, "bad");
                    }
                });
            }
            for (int i = 1; i <= 60; i++) {
                if (i % 20 == 5) {
                    balances.faulty.put("bad" + i, Fault.SQL);
                }
                stream.append("bad", new Deposited("bad", i));
                expected.add("" + i);
                Thread.sleep(i % 7);
                if (i % 20 == 10) {
                    await().until(() -> !node.repairs().open(GROUP, 1).isEmpty());
                    balances.faulty.clear();
                }
            }
            await().until(() -> Balances.log(jdbc, "bad").equals(String.join(" ", expected)));
            over.set(true);
            assertThat(node.repairs().open(GROUP, 10)).isEqualTo(List.of());
        }
    }

    private long tokens() {
        var lowest = jdbc.queryForObject("select min(position) from reference.tokens", Long.class);
        return lowest == null ? 0 : lowest;
    }
}
