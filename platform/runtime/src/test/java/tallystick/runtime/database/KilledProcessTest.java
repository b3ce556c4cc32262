package tallystick.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static tallystick.runtime.database.EmbeddedServerTest.ask;
import static tallystick.runtime.database.EmbeddedServerTest.start;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kill -9 leaves behind, and what must be left alone. */
class KilledProcessTest {
    @TempDir
    Path folder;

    @Test
    void theServerOfAKilledProcessIsFoundAndStopped() throws Exception {
        PidFile orphan;
        try (var _ = ServingJvm.start(folder)) {
            orphan = serving();
        }
        assertThat(orphan.isServerOfCluster()).as("the orphan lives on").isTrue();

        try (var server = start(folder)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
            assertThat(orphan.isServerOfCluster()).isFalse();
        }
    }

    @Test
    void theServerOfALivingProcessIsLeftAlone() throws Exception {
        try (var _ = ServingJvm.start(folder)) {
            var first = serving();
            assertThatThrownBy(() -> start(folder))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("is in use by process")
                    .hasMessageContaining("running since");
            assertThat(first.isServerOfCluster()).isTrue();
        } finally {
            start(folder).close(); // Tidies up after the JVM that was killed.
        }
    }

    @Test
    void aKilledServerIsStartedAgainWithWhatItHadAcknowledged() throws Exception {
        try (var server = start(folder)) {
            EmbeddedServerTest.tell(server, "create table kept (x int)");
            kill(serving());
            await().ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(ask(server, "select count(*) from kept")).isEqualTo("0"));
        }
    }

    @Test
    void bothKilledTheNextStartRecovers() throws Exception {
        PidFile orphan;
        try (var _ = ServingJvm.start(folder)) {
            orphan = serving();
        }
        kill(orphan);
        try (var server = start(folder)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    private static void kill(PidFile postgres) {
        ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
        await().until(() -> !postgres.isServerOfCluster()); // Its parent may never ask for its end.
    }

    @Test
    void aStrangerWhoGotTheOldProcessIdIsLeftAlone() throws Exception {
        start(folder).close();
        var stranger = new ProcessBuilder("sleep", "600").start();
        Files.writeString(folder.resolve("postgres/postmaster.pid"), stranger.pid() + "\n" + folder + "\n");
        try (var server = start(folder)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void anInterruptedFirstStartIsBegunAgain() throws Exception {
        Files.createDirectories(folder.resolve("postgres.new/half"));
        Files.writeString(folder.resolve("postgres.password"), "of the half made one");
        try (var server = start(folder)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("postgres.new")).doesNotExist();
    }

    private PidFile serving() {
        return PidFile.of(folder.resolve("postgres")).orElseThrow();
    }
}
