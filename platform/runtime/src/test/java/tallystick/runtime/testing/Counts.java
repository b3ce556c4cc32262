package tallystick.runtime.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import tallystick.runtime.processing.BatchObserver;
import tallystick.runtime.processing.GroupName;

/**
 * Counts what a node asks of its pool of connections and what its groups handle: clocks say how busy a machine was, counts
 * say what work costs. A source beside the application's: {@code new SpringApplicationBuilder(Application.class,
 * Counts.class)}. Housekeeping, which comes with time and not with work, is counted apart. The appender's own connection is
 * not counted; its appends are a metric.
 */
public final class Counts implements BeanPostProcessor, BatchObserver {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    /** The threads that work on what callers want; the others do something now and then, whoever calls. */
    private static final Set<String> WORKING =
            Set.of("processing-worker-", "tomcat-handler-", "command-", "inbox-", "instruction-");

    /** Positions move with batches, which are counted, and with time; claims with time. */
    private static final String TOKEN = ".tokens set ";

    private final Map<String, LongAdder> counted = new ConcurrentHashMap<>();

    /** What was counted so far, or between two looks: by name, such as {@code statements} or {@code batch loan.payouts}. */
    public record Seen(Map<String, Long> counts) {
        public long of(String name) {
            return counts.getOrDefault(name, 0L);
        }

        public Seen since(Seen earlier) {
            var more = new TreeMap<>(counts);
            more.replaceAll((name, count) -> count - earlier.of(name));
            more.values().removeIf(count -> count == 0);
            return new Seen(more);
        }
    }

    public Seen seen() {
        var now = new TreeMap<String, Long>();
        counted.forEach((name, count) -> now.put(name, count.sum()));
        return new Seen(now);
    }

    @Override
    public void handled(GroupName group, int segment, List<? extends EventMessage<?>> handled) {
        count("batches", 1);
        count("batch " + group, 1);
        count("deliveries", handled.size());
        count("delivery " + group, handled.size());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? counting(source) : bean;
    }

    private DataSource counting(DataSource source) {
        return proxy(DataSource.class, (method, arguments) -> {
            var result = call(source, method, arguments);
            return result instanceof Connection connection ? counting(connection) : result;
        });
    }

    private Connection counting(Connection connection) {
        var asked = new LongAdder();
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit") && asked.sumThenReset() > 0) {
                count("transactions", 1);
            }
            var result = call(connection, method, arguments);
            return switch (result) {
                case PreparedStatement prepared ->
                    counting(PreparedStatement.class, prepared, connection, (String) arguments[0], asked);
                case Statement plain -> counting(Statement.class, plain, connection, "", asked);
                case null, default -> result;
            };
        });
    }

    private <S extends Statement> S counting(
            Class<S> type, S statement, Connection connection, String sql, LongAdder asked) {
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                statement(
                        arguments.length > 0 && arguments[0] instanceof String text ? text : sql,
                        connection.getAutoCommit() ? null : asked);
            }
            return call(statement, method, arguments);
        });
    }

    /** @param transaction what it has asked so far; null for a statement that stands alone */
    private void statement(String sql, @Nullable LongAdder transaction) {
        var thread = DIGITS.matcher(Thread.currentThread().getName()).replaceAll("");
        if (!WORKING.contains(thread) || sql.contains(TOKEN)) {
            count("housekeeping", 1);
            return;
        }
        count("statements", 1);
        count("statement " + thread + ": " + BLANKS.matcher(sql.strip()).replaceAll(" "), 1);
        if (transaction == null) {
            count("statements that stand alone", 1);
        } else {
            transaction.increment();
        }
    }

    private void count(String name, long more) {
        counted.computeIfAbsent(name, _ -> new LongAdder()).add(more);
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object made(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        InvocationHandler handler =
                (_, method, arguments) -> call.made(method, arguments == null ? new Object[0] : arguments);
        return type.cast(Proxy.newProxyInstance(Counts.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
