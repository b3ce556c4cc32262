package tallystick.runtime.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The last words of a server that would not start. */
final class ServerLog {
    private static final int LINES = 8;

    private ServerLog() {}

    static String lastLines(Path cluster) {
        return tail(cluster.resolve("start.log")) + newest(cluster.resolve("log"));
    }

    private static String newest(Path folder) {
        if (Files.notExists(folder)) {
            return "";
        }
        try (var files = Files.list(folder)) {
            return files.max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .map(ServerLog::tail)
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static String tail(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
