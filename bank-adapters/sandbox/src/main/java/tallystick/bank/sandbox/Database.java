package tallystick.bank.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * The bank's own database: a few connections, used in turn, and everything in transactions. Its twin is the ISO 20022
 * adapter's: adapters share nothing but the SPI, so what is mended here is mended there.
 */
final class Database implements AutoCloseable {
    private static final long LOCK = 0x5a4d_b0c5L;
    /** The database may be on a server that others need too. */
    private static final int MOST_CONNECTIONS = 12;

    private final String url;
    private final String user;
    private final String password;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore free = new Semaphore(MOST_CONNECTIONS, true);

    /** Makes the tables where there are none. */
    Database(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
        run(connection -> {
            try (var statement = connection.createStatement()) {
                // Two nodes that start together take turns.
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
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
            throw new IllegalStateException("The sandbox bank's database failed.", failed);
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

    /** The time as the database tells it, for a bank that has no other clock; it runs on by itself. */
    InstantSource clock() {
        var then = run(connection -> {
            try (var select = connection.prepareStatement("select clock_timestamp()");
                    var row = select.executeQuery()) {
                row.next();
                return row.getTimestamp(1).toInstant();
            }
        });
        var started = System.nanoTime();
        return () -> then.plusNanos(System.nanoTime() - started);
    }

    private Connection take() throws SQLException {
        var connection = idle.pollFirst();
        if (connection == null) {
            connection = DriverManager.getConnection(url, user, password);
            connection.setAutoCommit(false);
        }
        return connection;
    }

    private static String tables() {
        try (var file = Objects.requireNonNull(
                Database.class.getResourceAsStream("/tallystick/bank/sandbox/bank.sql"), "The bank's tables.")) {
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
