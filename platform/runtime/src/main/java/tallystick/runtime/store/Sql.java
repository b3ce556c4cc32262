package tallystick.runtime.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's answers mean to the appender, and how its connection is set up. */
final class Sql {
    private static final Set<String> PASSING = Set.of("40001", "40P01", "55P03", "57014");

    private Sql() {}

    /** The connection is gone, so the outcome of a commit is not known: class 08, server shut down, transaction timed out. */
    static boolean connectionLost(SQLException e) {
        var state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P") || state.equals("25P03");
    }

    /** Worth another try as it is: deadlock, serialization, lock or statement timeout. */
    static boolean passing(SQLException e) {
        return PASSING.contains(e.getSQLState());
    }

    static boolean duplicate(SQLException e) {
        return "23505".equals(e.getSQLState());
    }

    static Connection forAppending(Connection connection, StoreSettings settings) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = on");
            statement.execute("set lock_timeout = " + settings.lockTimeout().toMillis());
            statement.execute(
                    "set statement_timeout = " + settings.statementTimeout().toMillis());
            statement.execute("set idle_in_transaction_session_timeout = "
                    + settings.idleInTransaction().toMillis());
        } catch (SQLException e) {
            close(connection);
            throw e;
        }
        connection.setAutoCommit(false);
        return connection;
    }

    /** Waits until no commit can be under way, then looks. */
    static boolean committed(Connection connection, UUID batchId) throws SQLException {
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement();
                var look = connection.prepareStatement("select 1 from store.batches where id = ?")) {
            lock.execute("select position from store.head for update");
            look.setObject(1, batchId);
            try (var found = look.executeQuery()) {
                return found.next();
            }
        } finally {
            connection.rollback();
        }
    }

    static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // It is already lost.
        }
    }
}
