package tallystick.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static tallystick.runtime.database.EmbeddedServerTest.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts as root, where PostgreSQL refuses to run. */
class RunAsTest {
    private static final RunAs.Probe NO_NAMESPACES = without("unshare");

    /** Not below the build's folder, which other users may be unable to reach. */
    @TempDir
    static Path programs;

    @TempDir
    Path folder;

    @BeforeEach
    void asRoot() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root has this problem");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void whereUserNamespacesAreForbiddenAnotherUserServes() throws Exception {
        try (var server = start(NO_NAMESPACES)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
            assertThat(owner(folder.resolve("postgres"))).isNotEqualTo("root");
            assertThat(owner(folder.resolve("postgres.password"))).isEqualTo("root");
        }
    }

    @Test
    void everyWayToBecomeAnotherUserServes() throws Exception {
        for (String tool : List.of("setpriv", "runuser", "su")) {
            assumeTrue(RunAs.Probe.real().test(List.of(tool, "--version")), tool + " is missing");
            RunAs.Probe only = command ->
                    command.getFirst().equals(tool) && RunAs.Probe.real().test(command);
            try (var server = start(only)) {
                assertThat(ask(server, "select 1")).as(tool).isEqualTo("1");
            }
        }
    }

    @Test
    void aFolderKeepsItsOwnerWhenNamespacesComeBack() throws Exception {
        start(NO_NAMESPACES).close();
        var before = owner(folder.resolve("postgres"));
        try (var server = start(RunAs.Probe.real())) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
            assertThat(owner(folder.resolve("postgres"))).isEqualTo(before);
        }
    }

    @Test
    void aFolderMadeInANamespaceIsServedWhereTheyAreForbidden() throws Exception {
        start(RunAs.Probe.real()).close();
        try (var server = start(NO_NAMESPACES)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void withoutAnyWayItSaysWhatToDo() {
        assertThatThrownBy(() -> start(_ -> false))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("refuses to run as root")
                .hasMessageContaining("Start this process as an ordinary user")
                .hasMessageContaining("tallystick.database.mode=postgres");
    }

    @Test
    void aFolderTheOtherUserCannotReachIsNamed() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        assertThatThrownBy(() -> start(NO_NAMESPACES))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("Permission denied")
                .hasMessageContaining("can reach the folder");
    }

    private EmbeddedServer start(RunAs.Probe probe) {
        return EmbeddedServer.start(
                new DataFolder(folder), programs, EmbeddedSettings.defaults(), Durability.DURABLE, probe);
    }

    private static RunAs.Probe without(String forbidden) {
        return command ->
                !command.getFirst().equals(forbidden) && RunAs.Probe.real().test(command);
    }

    private static String owner(Path path) throws IOException {
        return Files.getOwner(path).getName();
    }
}
