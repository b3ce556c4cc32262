package tallystick.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.testing.TestDatabase;

class MigrationsTest {
    private static final List<ContextSchema> CONTEXTS = List.of(new ContextSchema("reference"));

    @Test
    void nodesThatStartTogetherAllSucceed() throws Exception {
        var database = TestDatabase.empty();
        Callable<Void> node = () -> {
            Migrations.migrate(database.address(), CONTEXTS);
            return null;
        };
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var ended : nodes.invokeAll(List.of(node, node, node, node))) {
                ended.get();
            }
        }
        assertThat(count(database, "quartz.migrations where success and version = '1'"))
                .isOne();
    }

    @Test
    void quartzFindsItsLockRows() {
        assertThat(count(
                        TestDatabase.fresh(),
                        "quartz.qrtz_locks where lock_name in ('TRIGGER_ACCESS', 'STATE_ACCESS')"))
                .isEqualTo(2);
    }

    @Test
    void freshDatabasesDoNotSeeEachOther() {
        var one = TestDatabase.fresh();
        JdbcClient.create(one.dataSource()).sql("delete from quartz.qrtz_locks").update();
        assertThat(count(TestDatabase.fresh(), "quartz.qrtz_locks")).isEqualTo(2);
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutItsPassword() {
        var address = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "somebody", "secret");
        assertThatThrownBy(() -> Migrations.migrate(address, CONTEXTS))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("somebody at jdbc:postgresql://127.0.0.1:1/none")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aContextCannotTakeTheRuntimesNames() {
        assertThatThrownBy(() -> new ContextSchema("store")).hasMessageContaining("cannot be a context's schema");
        assertThatThrownBy(() -> new ContextSchema("Loan; drop")).hasMessageContaining("cannot be a context's schema");
    }

    private static int count(TestDatabase database, String what) {
        return JdbcClient.create(database.dataSource())
                .sql("select count(*) from " + what)
                .query(Integer.class)
                .single();
    }
}
