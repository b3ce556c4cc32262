package tallystick.runtime.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database to this release: the runtime's schemas first, then each context's. */
public final class Migrations {
    private static final Logger log = LoggerFactory.getLogger(Migrations.class);
    private static final List<String> RUNTIME = List.of("store", "keys", "runtime", "quartz");
    /** Any number will do, so long as every release takes the same. */
    private static final long LOCK = 0x7a11_5717_c4L;

    private Migrations() {}

    /** Nodes that start together take turns: the second finds nothing left to do. */
    public static void migrate(DatabaseAddress address, Collection<ContextSchema> contexts) {
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            lock(connection);
            int done = 0;
            for (String schema : RUNTIME) {
                done += run(address, schema, "db/" + schema, "migrations");
            }
            for (ContextSchema context : contexts) {
                done += run(address, context.name(), "db/machine", "machine_migrations");
                done += run(address, context.name(), "db/" + context.name(), "migrations");
            }
            log.info("Database is up to date; {} migrations were run.", done);
        } catch (SQLException e) {
            throw OwnPostgres.unreachable(address, e);
        }
    }

    /** Held until the connection closes. */
    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
        }
    }

    private static int run(DatabaseAddress address, String schema, String location, String history) {
        if (Migrations.class.getClassLoader().getResource(location) == null) {
            return 0;
        }
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(address.url(), address.user(), address.password())
                .schemas(schema)
                .table(history)
                .locations("classpath:" + location)
                // Two histories share a context's schema; the second finds tables it did not make.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // Each feature numbers its own files: a later file of an earlier feature is no mistake.
                .outOfOrder(true)
                .placeholderReplacement(false)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
