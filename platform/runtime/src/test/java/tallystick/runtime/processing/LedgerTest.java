package tallystick.runtime.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.AccountEvents.Deposited;
import tallystick.runtime.processing.Balances.Fault;
import tallystick.runtime.processing.ProcessingHealth.GroupHealth;

class LedgerTest {
    private static final GroupName GROUP = new GroupName("reference.ledger");

    private final HikariDataSource database = ProcessingDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final Stream stream = new Stream(database);
    private final Balances books = new Balances();

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void aFaultHaltsTheLedgerAndRaisesTheAlarmUntilItIsResumed() {
        books.faulty.put("bad2", Fault.SQL);
        try (var node = Node.start(database, stream, ProcessingGroup.ledger(GROUP.text(), books))) {
            stream.append("bad", new Deposited("bad", 1));
            await().until(() -> Balances.log(jdbc, "bad").equals("1"));
            stream.append("bad", new Deposited("bad", 2));
            await().until(() -> health(node).halted().isPresent());
            stream.append("good", new Deposited("good", 1));
            stream.append("bad", new Deposited("bad", 3));
            await().until(() -> health(node).error().orElse("").contains("is halted since position 2"));
            assertThat(Balances.log(jdbc, "bad")).isEqualTo("1");
            assertThat(health(node).lag()).isPositive();
            assertThat(health(node).letters()).isZero();
            assertThatThrownBy(() -> node.repairs().retry(GROUP, "bad"))
                    .hasMessage("Expected a group that puts events aside, found 'reference.ledger'; it halts instead.");
            books.faulty.clear();
            assertThat(node.repairs().resume(GROUP)).isTrue();
            assertThat(node.repairs().resume(GROUP)).isFalse();
            await().until(() -> Balances.log(jdbc, "bad").equals("1 2 3"));
            await().until(() -> Balances.log(jdbc, "good").equals("1"));
        }
    }

    @Test
    void aPassingFaultDoesNotHaltTheLedger() {
        books.faulty.put("a1", Fault.PASSING);
        try (var node = Node.start(
                database,
                stream,
                Map.of("tallystick.processing.passing-faults", "100"),
                ProcessingGroup.ledger(GROUP.text(), books))) {
            stream.append("a", new Deposited("a", 1));
            await().until(() -> health(node).error().isPresent());
            assertThat(health(node).halted()).isEmpty();
            books.faulty.clear();
            await().until(() -> Balances.log(jdbc, "a").equals("1"));
        }
    }

    private static GroupHealth health(Node node) {
        return node.bean(ProcessingHealth.class).groups().getFirst();
    }
}
