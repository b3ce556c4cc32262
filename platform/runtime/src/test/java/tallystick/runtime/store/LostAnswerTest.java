package tallystick.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The connection breaks around a commit; the caller must learn the truth. */
class LostAnswerTest {
    private final Nodes nodes = new Nodes();
    private final AtomicInteger cuts = new AtomicInteger();

    @AfterEach
    void close() {
        nodes.close();
    }

    private enum Cut {
        BEFORE,
        AFTER
    }

    @Test
    void aCommitWhoseAnswerWasLostCounts() {
        var store = nodes.node(purpose -> cutting(purpose, Cut.AFTER), () -> Duration.ZERO);
        assertThat(store.appender().append(Nodes.events("a", 0, 2)).last()).isEqualTo(2);
        assertThat(cuts).hasValue(1);
        assertThat(store.reader().of("a", 0, 10)).hasSize(2);
    }

    @Test
    void aCommitThatNeverArrivedIsSentAgain() {
        var store = nodes.node(purpose -> cutting(purpose, Cut.BEFORE), () -> Duration.ZERO);
        assertThat(store.appender().append(Nodes.events("a", 0, 2)).last()).isEqualTo(2);
        assertThat(cuts).hasValue(1);
        assertThat(store.reader().of("a", 0, 10)).hasSize(2);
    }

    @Test
    void aNodeThatStopsBeforeItCouldAskSaysThatItDoesNotKnow() {
        var store = nodes.node(
                purpose -> {
                    if (cuts.get() > 0) {
                        throw new SQLException("The database is gone.", "08001");
                    }
                    return cutting(purpose, Cut.AFTER);
                },
                () -> Duration.ZERO);
        var answer = store.appender().submit(Nodes.events("a", 0, 2));
        Awaitility.await().until(() -> cuts.get() > 0);
        store.close();
        assertThatThrownBy(() -> store.appender().await(answer)).isInstanceOf(OutcomeUnknown.class);
    }

    /** Breaks the first commit of the appender's connection. */
    private Connection cutting(String purpose, Cut cut) throws SQLException {
        var real = nodes.database.connections().open(purpose);
        return purpose.contains("appender") ? connection(real, cut) : real;
    }

    private Connection connection(Connection real, Cut cut) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    var result = invoke(method, real, arguments);
                    return commits(method, arguments) ? statement((PreparedStatement) result, real, cut) : result;
                });
    }

    private static boolean commits(Method method, Object[] arguments) {
        return method.getName().equals("prepareStatement")
                && arguments[0].toString().strip().endsWith("commit");
    }

    private PreparedStatement statement(PreparedStatement real, Connection connection, Cut cut) {
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("execute") || cuts.get() > 0) {
                        return invoke(method, real, arguments);
                    }
                    cuts.incrementAndGet();
                    if (cut == Cut.AFTER) {
                        invoke(method, real, arguments);
                    }
                    connection.close();
                    throw new SQLException("The connection was cut.", "08006");
                });
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
