package tallystick.bank.iso20022;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * The ledger's tables, in a schema of the bank's own: a few connections, used in turn, and everything in transactions. Its
 * twin is the sandbox's: adapters share nothing but the SPI, so what is mended here is mended there.
 */
final class Database implements AutoCloseable {
    private static final long LOCK = 0x20022L;
    private static final int MOST_CONNECTIONS = 12;

    private final String url;
    private final Properties properties = new Properties();
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore free = new Semaphore(MOST_CONNECTIONS, true);

    /** Makes the schema and its tables where there are none. */
    Database(String url, String user, String password, String schema) {
        this.url = url;
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("currentSchema", schema);
        properties.setProperty("reWriteBatchedInserts", "true");
        run(connection -> {
            try (var statement = connection.createStatement()) {
                // Two nodes that start together take turns.
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                statement.execute("create schema if not exists \"" + schema + "\"");
                statement.execute(tables());
            }
            return true;
        });
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Commits what the work did, or nothing of it. */
    <T> T run(Work<T> work) {
        free.acquireUninterruptibly();
        try {
            return inTransaction(work);
        } catch (SQLException failed) {
            throw new IllegalStateException("The ledger of files failed.", failed);
        } finally {
            free.release();
        }
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        var connection = take();
        try {
            var result = work.in(connection);
            connection.commit();
            idle.addFirst(connection);
            return result;
        } catch (SQLException | RuntimeException | Error failed) {
            connection.close(); // Rolls back, and whatever is wrong with it goes too.
            throw failed;
        }
    }

    private Connection take() throws SQLException {
        var connection = idle.pollFirst();
        if (connection == null) {
            connection = DriverManager.getConnection(url, properties);
            connection.setAutoCommit(false);
        }
        return connection;
    }

    private static String tables() {
        try (var file = Objects.requireNonNull(
                Database.class.getResourceAsStream("/tallystick/bank/iso20022/ledger.sql"), "The ledger's tables.")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
            try {
                connection.close();
            } catch (SQLException gone) {
                return; // The server is gone, and with it the others.
            }
        }
    }
}
