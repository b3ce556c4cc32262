package tallystick.runtime.calendar;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartz.utils.ConnectionProvider;

/**
 * The connections of Quartz, from a pool that nobody else can reach. Quartz takes them from here directly, so that
 * Spring never binds one to our transaction, and commits them itself.
 */
final class CalendarConnections implements ConnectionProvider {
    private final HikariDataSource pool;

    CalendarConnections(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void initialize() {}

    @Override
    public void shutdown() {
        pool.close();
    }
}
