package tallystick.runtime.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL data directory and the programs that make, start and stop it. Knows nothing of locks. */
record Cluster(Path folder, Binaries binaries, RunAs runAs) {
    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    static final String SUPERUSER = "tallystick";

    boolean exists() {
        return Files.exists(folder);
    }

    /** Makes the cluster beside its place and renames it, so that a half made one is never taken for a whole one. */
    void create(String password) throws IOException {
        Path beside = folder.resolveSibling("postgres.new");
        FileSystemUtils.deleteRecursively(beside);
        Files.createDirectory(
                beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        runAs.own(beside);
        Path secret = Files.createTempFile("tallystick", ".secret");
        try {
            Files.writeString(secret, password);
            runAs.own(secret);
            succeed("make a database in " + folder, initdb(beside, secret), PATIENCE);
        } finally {
            Files.delete(secret);
        }
        Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The collation is PostgreSQL's own, so that an upgrade of the machine's C library cannot change our indexes. */
    private List<String> initdb(Path beside, Path secret) {
        return List.of(
                binaries.program("initdb"),
                "-D",
                beside.toString(),
                "-U",
                SUPERUSER,
                "-E",
                "UTF8",
                "-A",
                "scram-sha-256",
                "--pwfile=" + secret,
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
    }

    void refuseOtherVersion() throws IOException {
        String found = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!found.equals(Binaries.MAJOR)) {
            throw new DatabaseRefused(
                    "The database in %s was made by PostgreSQL %s; this release brings %s."
                            .formatted(folder, found, Binaries.VERSION),
                    "Start the release that made it and dump it (pg_dumpall), then load the dump here into an empty"
                            + " data folder; or name another folder with tallystick.data-dir.");
        }
    }

    /** Stops a server that outlived the process that started it. The caller holds the folder's lock. */
    void stopOrphan() throws IOException {
        var serving = PidFile.of(folder).filter(PidFile::isAlive);
        if (serving.isEmpty()) {
            return;
        }
        if (serving.get().isServerOfCluster()) {
            log.warn(
                    "A PostgreSQL ({}) outlived the process that started it; stopping it.",
                    serving.get().pid());
            stop();
        } else {
            // The id belongs to a stranger now, and PostgreSQL would wait for it. The stranger is left alone.
            Files.delete(folder.resolve("postmaster.pid"));
        }
    }

    void configure(String configuration) throws IOException {
        Path file = folder.resolve("postgresql.conf");
        Files.writeString(file, configuration, UTF_8);
        runAs.own(file);
    }

    /** Starts as configured and waits until it serves. */
    void start(Duration timeout) throws IOException {
        Path output = folder.resolve("start.log");
        Files.deleteIfExists(output);
        var command = List.of(
                binaries.program("pg_ctl"),
                "start",
                "-D",
                folder.toString(),
                "-l",
                output.toString(),
                "-w",
                "-t",
                String.valueOf(timeout.toSeconds()));
        succeed("start PostgreSQL on " + folder, command, timeout.plusSeconds(5));
    }

    boolean isServed() {
        return PidFile.of(folder).filter(PidFile::isServerOfCluster).isPresent();
    }

    /** Ends sessions, writes what is in memory and stops. */
    void stop() {
        if (!isServed()) {
            log.warn("PostgreSQL on {} is gone already; it will recover at the next start.", folder);
            return;
        }
        var command = List.of(
                binaries.program("pg_ctl"),
                "stop",
                "-D",
                folder.toString(),
                "-m",
                "fast",
                "-w",
                "-t",
                String.valueOf(PATIENCE.toSeconds()));
        succeed("stop PostgreSQL on " + folder, command, PATIENCE.plusSeconds(5));
    }

    private void succeed(String purpose, List<String> command, Duration timeout) {
        var result = Shell.run(runAs.command(command), timeout);
        if (!result.succeeded()) {
            throw new DatabaseRefused(
                    "Could not %s as %s: %s %s".formatted(purpose, runAs, result.output(), ServerLog.lastLines(folder)),
                    "Check that the disk has space, that %s can reach the folder and run programs in %s, and the logs in %s."
                            .formatted(runAs, binaries.folder(), folder.resolve("log")));
        }
    }
}
