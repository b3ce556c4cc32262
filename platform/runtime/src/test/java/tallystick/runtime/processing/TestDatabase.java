package tallystick.runtime.processing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** One PostgreSQL per JVM; a fresh database, migrated once as a template, per test. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    public static HikariDataSource fresh() {
        var name = "processing_" + COUNT.incrementAndGet();
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template processing");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return pool(name);
    }

    public static HikariDataSource again(HikariDataSource other) {
        var config = new HikariConfig();
        config.setJdbcUrl(other.getJdbcUrl());
        return new HikariDataSource(config);
    }

    private static HikariDataSource pool(String database) {
        var config = new HikariConfig();
        config.setJdbcUrl(SERVER.getJdbcUrl("postgres", database));
        config.setMaximumPoolSize(12);
        return new HikariDataSource(config);
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database processing");
            }
            migrate(server, "reference", "db/machine");
            migrate(server, "runtime", "db/runtime");
            try (var connection = server.getDatabase("postgres", "processing").getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(
                        """
                        create schema if not exists store;
                        create table store.events (position bigint primary key, event_id text unique, id text,
                            sequence bigint, name text, unique (id, sequence));
                        create table reference.balances_v1 (account text primary key, amount bigint not null,
                            log text not null)""");
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void migrate(EmbeddedPostgres server, String schema, String location) {
        Flyway.configure()
                .dataSource(server.getDatabase("postgres", "processing"))
                .schemas(schema)
                .locations("classpath:" + location)
                .load()
                .migrate();
    }
}
