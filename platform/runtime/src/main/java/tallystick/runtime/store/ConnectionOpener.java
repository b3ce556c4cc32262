package tallystick.runtime.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens a connection that its user keeps and closes itself; never one of the pool. */
@FunctionalInterface
public interface ConnectionOpener {
    /**
     * Opens a new connection.
     *
     * @param purpose shown by the database as the application's name
     */
    Connection open(String purpose) throws SQLException;
}
