package tallystick.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.testing.TestDatabase;

/** A new database on the run's durable PostgreSQL, with a pool. Both sides of a comparison use the same server. */
record Server(TestDatabase database, HikariDataSource pool) implements AutoCloseable {
    private static final String[] SETTINGS = {
        "server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers", "max_wal_size", "jit"
    };

    static Server fresh(int connections) {
        var database = TestDatabase.durable("reference");
        return new Server(database, database.connections().pool("bench", connections));
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    /** What is durable is said by the database itself; a run on a forgetful one stops here. */
    void describe(Report report) throws SQLException {
        Map<String, String> settings = Stream.of(SETTINGS)
                .collect(Collectors.toMap(
                        name -> name,
                        name -> jdbc().sql("select current_setting(?)")
                                .param(name)
                                .query(String.class)
                                .single()));
        if (!"on".equals(settings.get("fsync")) || !"on".equals(settings.get("synchronous_commit"))) {
            throw new SQLException("Expected a durable database; found " + settings + ".");
        }
        report.condition("postgresql", settings.toString());
    }

    @Override
    public void close() {
        pool.close();
    }
}
