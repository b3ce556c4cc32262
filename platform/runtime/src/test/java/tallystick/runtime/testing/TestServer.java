package tallystick.runtime.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;
import tallystick.runtime.database.DataFolder;
import tallystick.runtime.database.DatabaseAddress;
import tallystick.runtime.database.Durability;
import tallystick.runtime.database.EmbeddedServer;
import tallystick.runtime.database.EmbeddedSettings;

/** A server of this JVM's own in a temporary folder that goes when the JVM ends. */
final class TestServer {
    static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();
    private static final EmbeddedSettings SETTINGS =
            new EmbeddedSettings(0, 300, DataSize.ofMegabytes(128), Duration.ofMinutes(2), DataSize.ofMegabytes(100));

    private static final class Forgetful {
        static final DatabaseAddress ADDRESS = start(Durability.FORGETFUL);
    }

    private static final class Durable {
        static final DatabaseAddress ADDRESS = start(Durability.DURABLE);
    }

    private TestServer() {}

    static DatabaseAddress address(Durability durability) {
        return durability == Durability.DURABLE ? Durable.ADDRESS : Forgetful.ADDRESS;
    }

    private static DatabaseAddress start(Durability durability) {
        try {
            Path root =
                    Files.createDirectories(Path.of("target", "test-postgres").toAbsolutePath());
            LeftBehind.clear(root);
            Path folder = Files.createTempDirectory(
                    root, "jvm-" + ProcessHandle.current().pid() + "-");
            var server = EmbeddedServer.start(new DataFolder(folder), PROGRAMS, SETTINGS, durability);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
            return server.address();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedServer server, Path folder) {
        try {
            server.close();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
