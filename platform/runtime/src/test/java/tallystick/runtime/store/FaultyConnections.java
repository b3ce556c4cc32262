package tallystick.runtime.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.testing.TestDatabase;

/** Connections of an appender that are cut now and then, right before or right after the database takes a commit. */
final class FaultyConnections implements ConnectionOpener {
    private final TestDatabase database;
    private final Random random;
    private final double often;
    private final Faults faults;

    FaultyConnections(TestDatabase database, Random random, double often, Faults faults) {
        this.database = database;
        this.random = random;
        this.often = often;
        this.faults = faults;
    }

    @Override
    public Connection open(String purpose) throws SQLException {
        var real = database.connections().open(purpose);
        return purpose.endsWith("appender") ? connection(real) : real;
    }

    private Connection connection(Connection real) {
        return proxy(Connection.class, (method, arguments) -> {
            var result = invoke(method, real, arguments);
            return commits(method, arguments) && result != null ? statement((PreparedStatement) result, real) : result;
        });
    }

    private static boolean commits(Method method, Object @Nullable [] arguments) {
        return method.getName().equals("prepareStatement")
                && arguments != null
                && arguments[0].toString().strip().endsWith("commit");
    }

    private PreparedStatement statement(PreparedStatement real, Connection connection) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (!method.getName().equals("execute") || !now()) {
                return invoke(method, real, arguments);
            }
            if (random.nextBoolean()) {
                invoke(method, real, arguments);
                faults.happened(Faults.Kind.CUT_AFTER_COMMIT);
            } else {
                faults.happened(Faults.Kind.CUT_BEFORE_COMMIT);
            }
            connection.close();
            throw new SQLException("The connection was cut.", "08006");
        });
    }

    private synchronized boolean now() {
        return random.nextDouble() < often;
    }

    private interface Call {
        @Nullable
        Object with(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.with(method, arguments)));
    }

    private static @Nullable Object invoke(Method method, Object target, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
