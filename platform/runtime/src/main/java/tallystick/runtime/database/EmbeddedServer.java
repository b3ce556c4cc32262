package tallystick.runtime.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own, in the data folder. One living process has it; a server left behind by a killed one is
 * stopped first. Durable unless a test asks otherwise.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String DATABASE = "tallystick";

    private final Cluster cluster;
    private final FolderLock lock;
    private final DatabaseAddress address;
    private final Watchman watchman;

    private EmbeddedServer(Cluster cluster, FolderLock lock, DatabaseAddress address, Watchman watchman) {
        this.cluster = cluster;
        this.lock = lock;
        this.address = address;
        this.watchman = watchman;
    }

    /**
     * Starts on the folder, making the database if there is none.
     *
     * @throws DatabaseRefused with what was found and what to do, when it cannot run here
     */
    public static EmbeddedServer start(DataFolder folder, EmbeddedSettings settings) {
        return start(folder, folder.resolve("binaries"), settings, Durability.DURABLE, RunAs.Probe.real());
    }

    /** For tests: programs shared between folders, and no promise about a crash of the machine if so asked. */
    public static EmbeddedServer start(
            DataFolder folder, Path programs, EmbeddedSettings settings, Durability durability) {
        return start(folder, programs, settings, durability, RunAs.Probe.real());
    }

    static EmbeddedServer start(
            DataFolder folder, Path programs, EmbeddedSettings settings, Durability durability, RunAs.Probe probe) {
        folder.ready();
        var lock = FolderLock.take(folder);
        try {
            refuseFullDisk(folder, settings);
            Path path = folder.realPath().resolve("postgres");
            var cluster = new Cluster(path, Binaries.unpack(programs), RunAs.choose(path, probe));
            String password = prepare(cluster, folder);
            int port = Port.startOn(cluster, settings, durability);
            log.info(
                    "PostgreSQL {} runs on 127.0.0.1:{} as {}, data in {}.",
                    Binaries.VERSION,
                    port,
                    cluster.runAs(),
                    path);
            return serving(cluster, lock, port, password, settings);
        } catch (IOException e) {
            lock.close();
            throw new DatabaseRefused(
                    "The embedded PostgreSQL could not be prepared in %s (%s).".formatted(folder.path(), e),
                    "Check that the disk has space and that this user may write there.",
                    e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static String prepare(Cluster cluster, DataFolder folder) throws IOException {
        if (cluster.exists()) {
            cluster.refuseOtherVersion();
            cluster.stopOrphan();
            cluster.runAs().own(cluster.folder());
            return ServerPassword.read(folder);
        }
        log.info("Making a new PostgreSQL database in {}.", cluster.folder());
        String password = ServerPassword.make(folder);
        cluster.create(password);
        return password;
    }

    private static void refuseFullDisk(DataFolder folder, EmbeddedSettings settings) throws IOException {
        long free = Files.getFileStore(folder.path()).getUsableSpace();
        if (free < settings.leastFreeSpace().toBytes()) {
            throw new DatabaseRefused(
                    "The disk of %s has %d MB left; at least %d MB are needed to start."
                            .formatted(
                                    folder.path(),
                                    free >> 20,
                                    settings.leastFreeSpace().toMegabytes()),
                    "Free some space, or lower tallystick.database.embedded.least-free-space.");
        }
    }

    private static EmbeddedServer serving(
            Cluster cluster, FolderLock lock, int port, String password, EmbeddedSettings settings) {
        try {
            var address = database(port, password);
            return new EmbeddedServer(cluster, lock, address, new Watchman(cluster, settings.startTimeout()));
        } catch (DatabaseRefused e) {
            cluster.stop();
            throw e;
        }
    }

    private static DatabaseAddress database(int port, String password) {
        String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
        try (var connection = DriverManager.getConnection(server + "postgres", Cluster.SUPERUSER, password);
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'");
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new DatabaseRefused(
                    "The embedded PostgreSQL runs on port %d but does not let us in (%s)."
                            .formatted(port, e.getMessage()),
                    "Check that postgres.password in the data folder belongs to this database.",
                    e);
        }
        return new DatabaseAddress(server + DATABASE + "?reWriteBatchedInserts=true", Cluster.SUPERUSER, password);
    }

    public DatabaseAddress address() {
        return address;
    }

    /** Stops the server in good order and frees the folder. */
    @Override
    public void close() {
        watchman.close();
        try {
            cluster.stop();
        } finally {
            lock.close();
        }
    }
}
