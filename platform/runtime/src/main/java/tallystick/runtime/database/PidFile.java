package tallystick.runtime.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL wrote into its cluster when it started: who serves it. */
record PidFile(Path cluster, long pid) {
    static Optional<PidFile> of(Path cluster) {
        try {
            String first = Files.readString(cluster.resolve("postmaster.pid"))
                    .lines()
                    .findFirst()
                    .orElse("");
            return Optional.of(new PidFile(cluster, Long.parseLong(first.strip())));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read who serves " + cluster, e);
        }
    }

    /** A process id is used again after a restart of the machine: only the command line tells whether it is ours. */
    boolean isServerOfCluster() {
        List<String> words = commandLine();
        int folder = words.indexOf("-D") + 1;
        return folder > 0
                && folder < words.size()
                && words.getFirst().endsWith("postgres")
                && Path.of(words.get(folder)).equals(cluster);
    }

    boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private List<String> commandLine() {
        try {
            return List.of(
                    Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }
}
