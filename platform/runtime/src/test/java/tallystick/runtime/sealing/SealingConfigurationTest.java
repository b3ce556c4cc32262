package tallystick.runtime.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tallystick.kernel.Sealed.Purpose;
import tallystick.runtime.commandline.CommandLineTask;
import tallystick.runtime.security.HandClock;
import tallystick.runtime.testing.TestDatabase;

/** Sealing as Spring wires it. */
class SealingConfigurationTest {
    private final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    @Test
    void aRestartOpensWhatWasSealedBefore() {
        node(folder.resolve("a")).run(first -> {
            var sealed = first.getBean(Sealing.class).seal("party-1", Purpose.IDENTITY, "name", "Li Lei");
            var hash = first.getBean(BlindIndex.class).of(IdentifierKind.PHONE, "13800138000");
            node(folder.resolve("a")).run(second -> {
                var opened = second.getBean(Sealing.class).open(sealed, "name");
                assertThat(opened.textOr(_ -> "erased")).isEqualTo("Li Lei");
                assertThat(second.getBean(BlindIndex.class).of(IdentifierKind.PHONE, "13800138000"))
                        .isEqualTo(hash);
            });
        });
    }

    @Test
    void aNodeWithoutTheMasterKeyDoesNotStart() {
        node(folder.resolve("a")).run(first -> assertThat(first).hasNotFailed());
        node(folder.resolve("b")).run(second -> assertThat(second)
                .getFailure()
                .rootCause()
                .hasMessageContainingAll("found no master key here", folder.resolve("b").toString()));
        assertThat(folder.resolve("b/master.key")).doesNotExist();
    }

    @Test
    void anOperatorCarriesErasuresOverARestore() throws Exception {
        node(folder.resolve("a")).run(node -> {
            node.getBean(Erasures.class).erase("party-1", Purpose.IDENTITY);
            var list = folder.resolve("erasures");
            Files.writeString(list, ErasureList.print(node.getBean(Erasures.class).all()));
            assertThat(ErasureList.read(Files.readAllLines(list)))
                    .isEqualTo(node.getBean(Erasures.class).all())
                    .hasSize(1);
            var task = node.getBean("applyErasures", CommandLineTask.class);
            assertThat(task.work().run(List.of(list.toString()))).isTrue();
            assertThat(task.work().run(List.of())).isFalse();
        });
    }

    @Test
    void aListThatWasCutIsRefusedWhole() {
        assertThatThrownBy(() -> ErasureList.read(List.of("2026-03-01T08:00:00Z IDENTITY party-1", "2026-03-01T08")))
                .hasMessageContainingAll("Line 2", "<instant> <purpose> <subject>", "Nothing was applied");
    }

    private ApplicationContextRunner node(Path data) {
        var source = database.dataSource();
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SealingConfiguration.class))
                .withBean(Clock.class, HandClock::new)
                .withBean(DataSource.class, () -> source)
                .withBean(JdbcClient.class, () -> JdbcClient.create(source))
                .withBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(source))
                .withPropertyValues("tallystick.data-dir=" + data);
    }
}
