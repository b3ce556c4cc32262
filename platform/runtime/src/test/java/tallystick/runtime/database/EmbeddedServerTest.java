package tallystick.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void promisesThatWhatIsAnsweredIsOnTheDisk() throws Exception {
        try (var server = start(folder)) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "show data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void keepsItsDataOverAStopAndAStart() throws Exception {
        try (var server = start(folder)) {
            tell(server, "create table kept (x int)");
        }
        try (var server = start(folder)) {
            assertThat(ask(server, "select count(*) from kept")).isEqualTo("0");
        }
    }

    @Test
    void anOperatorsOwnLinesCannotTakeDurabilityAway() throws Exception {
        start(folder).close();
        Files.writeString(folder.resolve("postgres/local.conf"), "fsync = off\nwork_mem = '7MB'\n");
        try (var server = start(folder)) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show work_mem")).isEqualTo("7MB");
        }
    }

    @Test
    void twoServersOnTwoFoldersWorkSideBySide() throws Exception {
        try (var one = start(folder.resolve("one"));
                var two = start(folder.resolve("two"))) {
            tell(one, "create table only_in_one (x int)");
            assertThat(ask(two, "select to_regclass('only_in_one')")).isNull();
            assertThat(one.address().password()).isNotEqualTo(two.address().password());
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var first = start(folder)) {
            assertThatThrownBy(() -> start(folder))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("is in use by this same process")
                    .hasMessageContaining("tallystick.data-dir");
            assertThat(ask(first, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aSecondNameOfTheSameFolderIsSeenThrough() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        try (var first = start(folder.resolve("real"))) {
            assertThatThrownBy(() -> start(link)).hasMessageContaining("is in use by this same process");
            assertThat(ask(first, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            var defaults = EmbeddedSettings.defaults();
            var there = new EmbeddedSettings(
                    taken.getLocalPort(),
                    100,
                    defaults.sharedBuffers(),
                    defaults.startTimeout(),
                    defaults.leastFreeSpace());
            assertThatThrownBy(() -> start(folder, there))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("could not bind IPv4 address");
        }
    }

    @Test
    void letsNobodyInWithoutThePasswordWhichOnlyItsUserReads() throws Exception {
        try (var server = start(folder)) {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(server.address().url(), "tallystick", "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            var permissions = Files.getPosixFilePermissions(folder.resolve("postgres.password"));
            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        }
    }

    @Test
    void refusesAFolderMadeByAnotherVersion() throws IOException {
        start(folder).close();
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> start(folder))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("made by PostgreSQL 17; this release brings 18.1")
                .hasMessageContaining("pg_dumpall");
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> start(file.resolve("data")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("cannot be made or written")
                .hasMessageContaining("tallystick.data-dir");
    }

    @Test
    void refusesToStartOnAnAlmostFullDisk() {
        var greedy = new EmbeddedSettings(
                0,
                100,
                EmbeddedSettings.defaults().sharedBuffers(),
                EmbeddedSettings.defaults().startTimeout(),
                org.springframework.util.unit.DataSize.ofTerabytes(1000));
        assertThatThrownBy(() -> start(folder, greedy))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("MB left");
    }

    @Test
    void saysWhyTheServerDidNotStart() {
        start(folder).close();
        assertThatThrownBy(() -> {
                    Files.writeString(folder.resolve("postgres/local.conf"), "work_mem = 'much'\n");
                    start(folder);
                })
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("invalid value for parameter \"work_mem\"");
    }

    @Test
    void refusesADatabaseWhosePasswordIsGone() throws IOException {
        start(folder).close();
        Files.delete(folder.resolve("postgres.password"));
        assertThatThrownBy(() -> start(folder)).hasMessageContaining("password is missing");
    }

    static EmbeddedServer start(Path folder) {
        return start(folder, EmbeddedSettings.defaults());
    }

    private static EmbeddedServer start(Path folder, EmbeddedSettings settings) {
        return EmbeddedServer.start(new DataFolder(folder), PROGRAMS, settings, Durability.DURABLE);
    }

    static String ask(EmbeddedServer server, String question) throws SQLException {
        try (var connection = new Connections(server.address()).open("test");
                var answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    static void tell(EmbeddedServer server, String statement) throws SQLException {
        try (var connection = new Connections(server.address()).open("test")) {
            connection.createStatement().execute(statement);
        }
    }
}
