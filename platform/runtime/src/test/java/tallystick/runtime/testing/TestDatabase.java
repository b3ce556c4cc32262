package tallystick.runtime.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import tallystick.runtime.database.Connections;
import tallystick.runtime.database.ContextSchema;
import tallystick.runtime.database.DatabaseAddress;
import tallystick.runtime.database.Durability;
import tallystick.runtime.database.Migrations;

/**
 * A new, migrated database of this test's own, on the JVM's shared server.
 *
 * <pre>{@code
 * var database = TestDatabase.fresh();              // schemas of the runtime and of the reference context
 * var database = TestDatabase.fresh("loan");        // of the runtime and of the named contexts
 * var database = TestDatabase.durable("reference"); // on a server that really writes to the disk
 * }</pre>
 */
public record TestDatabase(DatabaseAddress address) {
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNTER = new AtomicInteger();

    public static TestDatabase fresh() {
        return fresh("reference");
    }

    public static TestDatabase fresh(String... contexts) {
        return copy(Durability.FORGETFUL, new TreeSet<>(List.of(contexts)));
    }

    public static TestDatabase durable(String... contexts) {
        return copy(Durability.DURABLE, new TreeSet<>(List.of(contexts)));
    }

    /** Without any schema, for those who migrate themselves. */
    public static TestDatabase empty() {
        var server = TestServer.address(Durability.FORGETFUL);
        return new TestDatabase(create(server, "empty", "template1"));
    }

    private static TestDatabase copy(Durability durability, Set<String> contexts) {
        var server = TestServer.address(durability);
        var template = TEMPLATES.computeIfAbsent(durability + " " + contexts, _ -> template(server, contexts));
        return new TestDatabase(create(server, "test", template));
    }

    private static String template(DatabaseAddress server, Set<String> contexts) {
        var address = create(server, "template", "template1");
        Migrations.migrate(address, contexts.stream().map(ContextSchema::new).toList());
        return address.url().replaceAll(".*/|\\?.*", "");
    }

    private static DatabaseAddress create(DatabaseAddress server, String kind, String template) {
        String name = kind + "_" + COUNTER.incrementAndGet();
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database %s template %s".formatted(name, template));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make database " + name, e);
        }
        var url = server.url().replaceFirst("/[a-z0-9_]+\\?", "/" + name + "?");
        return new DatabaseAddress(url, server.user(), server.password());
    }

    /** A new connection for each use; nothing to close. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    public Connections connections() {
        return new Connections(address);
    }

    /** What a Spring context or a child JVM needs to use this database. */
    public Map<String, String> properties() {
        return Map.of(
                "tallystick.database.mode", "postgres",
                "spring.datasource.url", address.url(),
                "spring.datasource.username", address.user(),
                "spring.datasource.password", address.password());
    }

    /** The same as {@code name=value}, for {@code SpringApplicationBuilder.properties} and command lines. */
    public String[] propertyPairs() {
        return properties().entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }
}
