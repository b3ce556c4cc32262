package tallystick.runtime.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Connections of their own for those who do not share the pool: the appender, those who LISTEN, Quartz. */
public final class Connections {
    private final DatabaseAddress address;

    public Connections(DatabaseAddress address) {
        this.address = address;
    }

    /** A new connection of the caller's own, in auto-commit mode; the purpose shows in pg_stat_activity. */
    public Connection open(String purpose) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", name(purpose));
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(address.url(), properties);
    }

    /** A pool of the caller's own, which the caller closes. */
    public HikariDataSource pool(String purpose, int size) {
        var config = new HikariConfig();
        config.setPoolName(name(purpose));
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(size);
        config.addDataSourceProperty("ApplicationName", name(purpose));
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    private static String name(String purpose) {
        return "tallystick " + purpose;
    }
}
