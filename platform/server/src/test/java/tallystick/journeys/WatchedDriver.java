package tallystick.journeys;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's driver, and beside it what becomes durable when: {@code append <event>} for the store, {@code insert}, {@code
 * update} and {@code delete <table>} for what a transaction wrote, such as a read model together with its token, and {@code
 * take <table>} for rows that are due and leased.
 */
final class WatchedDriver implements Driver {
    private static final Pattern EVENT = Pattern.compile("[a-z]+\\.[A-Z][A-Za-z]+");
    private static final Pattern WRITE =
            Pattern.compile("(insert into|update|delete from)\\s+([a-z]+\\.[a-z0-9_]+)", Pattern.CASE_INSENSITIVE);

    private final Driver driver;

    private WatchedDriver(Driver driver) {
        this.driver = driver;
    }

    /** In place of the real one, for the whole process. */
    static void install() throws SQLException {
        for (var driver : DriverManager.drivers().toList()) {
            DriverManager.deregisterDriver(driver);
            DriverManager.registerDriver(new WatchedDriver(driver));
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        var connection = driver.connect(url, info);
        return connection == null ? null : new Watch(connection).connection();
    }

    /** One connection and what its transaction has written so far. */
    private static final class Watch {
        private final Connection connection;
        private final Set<String> written = new LinkedHashSet<>();
        private final List<String> named = new ArrayList<>();

        Watch(Connection connection) {
            this.connection = connection;
        }

        Connection connection() {
            return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
                case "commit" -> durable(take(written), method, connection, arguments);
                case "rollback" -> {
                    written.clear();
                    yield call(method, connection, arguments);
                }
                case "prepareStatement" ->
                    statement(PreparedStatement.class, call(method, connection, arguments), text(arguments));
                case "createStatement" -> statement(Statement.class, call(method, connection, arguments), "");
                case "createArrayOf" -> {
                    name(arguments);
                    yield call(method, connection, arguments);
                }
                default -> call(method, connection, arguments);
            });
        }

        private <S> S statement(Class<S> type, @Nullable Object statement, String prepared) {
            return proxy(
                    type,
                    (method, arguments) -> method.getName().startsWith("execute")
                            ? executed(prepared.isEmpty() ? text(arguments) : prepared, method, statement, arguments)
                            : call(method, statement, arguments));
        }

        /** The store commits in the statement that appends; others commit by themselves, or at the end. */
        private @Nullable Object executed(
                String sql, Method method, @Nullable Object statement, Object @Nullable [] arguments) throws Throwable {
            var names = take(named);
            if (sql.startsWith("insert into store.events")) {
                return durable(names, method, statement, arguments);
            }
            var write = WRITE.matcher(sql);
            if (!write.find()) {
                return call(method, statement, arguments);
            }
            var act = sql.contains("for update skip locked")
                    ? "take " + write.group(2)
                    : write.group(1).replaceAll(" .*", "") + " " + write.group(2);
            if (connection.getAutoCommit()) {
                return durable(List.of(act), method, statement, arguments);
            }
            written.add(act);
            return call(method, statement, arguments);
        }

        private void name(Object @Nullable [] arguments) {
            if (arguments != null && arguments[1] instanceof Object[] texts) {
                Arrays.stream(texts)
                        .map(String::valueOf)
                        .filter(text -> EVENT.matcher(text).matches())
                        .forEach(text -> named.add("append " + text));
            }
        }

        private static List<String> take(Collection<String> acts) {
            var all = List.copyOf(acts);
            acts.clear();
            return all;
        }

        private static @Nullable Object durable(
                List<String> acts, Method method, @Nullable Object on, Object @Nullable [] arguments) throws Throwable {
            acts.forEach(Moments::before);
            var result = call(method, on, arguments);
            acts.forEach(Moments::after);
            return result;
        }

        private static String text(Object @Nullable [] arguments) {
            return arguments != null && arguments.length > 0
                    ? String.valueOf(arguments[0]).strip()
                    : "";
        }
    }

    @FunctionalInterface
    private interface Handling {
        @Nullable
        Object of(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handling handling) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? WatchedDriver.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> handling.of(method, arguments)));
    }

    private static @Nullable Object call(Method method, @Nullable Object on, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return driver.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }
}
