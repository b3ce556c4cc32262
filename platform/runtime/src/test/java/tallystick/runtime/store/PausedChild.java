package tallystick.runtime.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import tallystick.runtime.database.Connections;
import tallystick.runtime.database.DatabaseAddress;
import tallystick.runtime.testing.TestDatabase;

/** A third node in a process of its own that is stopped with SIGSTOP inside a transaction and wakes up later. */
final class PausedChild {
    private static final String IN_TRANSACTION = """
        select count(*) from pg_stat_activity where datname = current_database()
           and application_name = 'tallystick child-appender' and state = 'idle in transaction'
        """;

    private final StoreSettings settings;
    private final Faults faults;

    PausedChild(StoreSettings settings, Faults faults) {
        this.settings = settings;
        this.faults = faults;
    }

    void pauseOne(TestDatabase database) throws IOException, InterruptedException, SQLException {
        var address = database.address();
        var child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PausedChild.class.getName(),
                        address.url(),
                        address.user(),
                        address.password())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = child.inputReader()) {
            said.readLine();
            for (int attempt = 0; attempt < 200; attempt++) {
                signal("STOP", child);
                if (inTransaction(database)) {
                    faults.happened(Faults.Kind.PAUSED_IN_TRANSACTION);
                    TimeUnit.MILLISECONDS.sleep(settings.idleInTransaction().toMillis() + 500);
                    break;
                }
                signal("CONT", child);
                TimeUnit.MILLISECONDS.sleep(7);
            }
            signal("CONT", child);
            finish(child, said);
        } finally {
            child.destroyForcibly();
        }
    }

    private static void finish(Process child, BufferedReader said) throws IOException, InterruptedException {
        try (var input = child.outputWriter()) {
            input.append("enough");
        }
        var last = "";
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            last = line;
        }
        if (child.waitFor() != 0 || !last.equals("done")) {
            throw new IllegalStateException("The child ended with " + last);
        }
    }

    private static void signal(String name, Process child) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(child.pid()))
                .start()
                .waitFor();
    }

    private static boolean inTransaction(TestDatabase database) throws SQLException {
        try (var connection = database.connections().open("observer");
                var rows = connection.createStatement().executeQuery(IN_TRANSACTION)) {
            rows.next();
            return rows.getLong(1) > 0;
        }
    }

    /** Appends until its input ends; each commit takes a while between its two steps, so that a stop can fall in there. */
    public static void main(String... arguments) throws Exception {
        var connections = new Connections(new DatabaseAddress(arguments[0], arguments[1], arguments[2]));
        var source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser(arguments[1]);
        source.setPassword(arguments[2]);
        ConnectionOpener slow = purpose ->
                purpose.endsWith("appender") ? thinking(connections.open("child-appender")) : connections.open("child");
        try (var node =
                OpenStore.open(slow, source, ExactTailTest.SMALL, ExactTailTest.engine(), () -> Duration.ZERO)) {
            System.out.println("ready");
            for (int n = 0; System.in.available() == 0; n++) {
                var appended = node.appender().append(Nodes.events("child-" + n, 0, 1));
                if (node.reader().of("child-" + n, 0, 2).getFirst().position() != appended.first()) {
                    throw new IllegalStateException("Acknowledged, but not there: child-" + n);
                }
                System.out.println("child-" + n);
            }
        }
        System.out.println("done");
    }

    private static Connection thinking(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                PausedChild.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            && arguments[0].toString().strip().endsWith("commit")) {
                        TimeUnit.MILLISECONDS.sleep(15);
                    }
                    return method.invoke(real, arguments);
                });
    }
}
