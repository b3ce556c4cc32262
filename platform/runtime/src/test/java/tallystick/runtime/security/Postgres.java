package tallystick.runtime.security;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One server for this JVM; every test takes a database of its own with this feature's tables. */
public final class Postgres {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Postgres() {}

    /** The JDBC address of a new database with the schemas {@code runtime} and {@code keys}. */
    public static String database() {
        var name = "security_" + COUNT.incrementAndGet();
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var client = JdbcClient.create(SERVER.getDatabase("postgres", name));
        client.sql("create schema runtime").update();
        client.sql("create schema keys").update();
        client.sql(resource("/db/runtime/V41__tokens.sql")).update();
        client.sql(resource("/db/keys/V1__keys.sql")).update();
        return SERVER.getJdbcUrl("postgres", name);
    }

    private static String resource(String path) {
        try (var stream = Objects.requireNonNull(Postgres.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
