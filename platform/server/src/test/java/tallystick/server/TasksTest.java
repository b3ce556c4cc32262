package tallystick.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tallystick.runtime.commandline.CommandLine;
import tallystick.runtime.testing.TestDatabase;

/** What an operator types: every task runs on the whole server, all contexts there, and nobody served. */
@Isolated("reads what the whole process prints")
class TasksTest {
    private static final TestDatabase DATABASE = TestDatabase.empty();

    @TempDir
    Path folder;

    private String said = "";

    @Test
    void theRecordIsVerified() {
        assertThat(run("verify-record")).as(said).isZero();
        assertThat(said).contains("the record is whole");
    }

    @Test
    void keysAreWrappedAnew() {
        assertThat(run("rotate-master-key")).as(said).isZero();
        assertThat(said).contains("keys wrapped anew");
    }

    @Test
    void erasuresAreListedAndAppliedAgain() throws IOException {
        assertThat(run("list-erasures")).as(said).isZero();
        var list = Files.writeString(folder.resolve("erasures"), said);
        assertThat(run("apply-erasures", list.toString())).as(said).isZero();
        assertThat(said).contains("0 erasures listed");
    }

    /** Whoever adds a task adds a test of it here. */
    @Test
    void thereIsNoOtherTask() {
        assertThat(run("no-such-task")).isOne();
        assertThat(said.lines()
                        .filter(line -> line.startsWith("  "))
                        .map(line -> line.strip().split(" ", 2)[0]))
                .containsExactlyInAnyOrder("verify-record", "rotate-master-key", "list-erasures", "apply-erasures");
    }

    private int run(String... words) {
        var settings = Stream.concat(
                Stream.of(DATABASE.propertyPairs()),
                Stream.of(
                        "tallystick.data-dir=" + folder,
                        "tallystick.sealing.master-key=" + Base64.getEncoder().encodeToString(new byte[32])));
        var all = Stream.concat(Stream.of(words), settings.map(pair -> "--" + pair));
        var terminal = System.out;
        var errors = System.err;
        var print = new ByteArrayOutputStream();
        System.setOut(new PrintStream(print, true, UTF_8));
        System.setErr(new PrintStream(print, true, UTF_8));
        try {
            return CommandLine.run(TallystickServer.class, all.toArray(String[]::new));
        } finally {
            System.setOut(terminal);
            System.setErr(errors);
            said = print.toString(UTF_8);
        }
    }
}
