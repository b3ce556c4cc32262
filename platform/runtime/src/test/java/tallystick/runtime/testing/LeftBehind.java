package tallystick.runtime.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import tallystick.runtime.database.DataFolder;
import tallystick.runtime.database.DatabaseRefused;
import tallystick.runtime.database.Durability;
import tallystick.runtime.database.EmbeddedServer;
import tallystick.runtime.database.EmbeddedSettings;

/** Servers of test JVMs that were killed: starting on their folder stops them, after which the folder can go. */
final class LeftBehind {
    private LeftBehind() {}

    static void clear(Path root) throws IOException {
        List<Path> folders;
        try (var found = Files.list(root)) {
            folders = found.filter(folder -> !alive(folder)).toList();
        }
        for (Path folder : folders) {
            clearOne(folder);
        }
    }

    private static boolean alive(Path folder) {
        String pid = folder.getFileName().toString().split("-")[1];
        return ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }

    private static void clearOne(Path folder) throws IOException {
        try {
            if (Files.exists(folder.resolve("postgres/postmaster.pid"))) {
                EmbeddedServer.start(
                                new DataFolder(folder),
                                TestServer.PROGRAMS,
                                EmbeddedSettings.defaults(),
                                Durability.FORGETFUL)
                        .close();
            }
            FileSystemUtils.deleteRecursively(folder);
        } catch (DatabaseRefused stillInUse) {
            // Another test run has it, or is clearing it as well.
        }
    }
}
