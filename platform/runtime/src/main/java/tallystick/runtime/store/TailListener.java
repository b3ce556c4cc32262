package tallystick.runtime.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes the tail when any node has appended: by the database's notification, and by a slow look of its own. */
final class TailListener implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TailListener.class);

    private final ConnectionOpener opener;
    private final Tail tail;
    private final StoreSettings settings;
    private final IntSupplier ownAppender;
    private final Thread thread;
    private volatile boolean stopped;

    TailListener(ConnectionOpener opener, Tail tail, StoreSettings settings, IntSupplier ownAppender) {
        this.opener = opener;
        this.tail = tail;
        this.settings = settings;
        this.ownAppender = ownAppender;
        this.thread = Thread.ofPlatform().name("event-tail").daemon(true).unstarted(this::run);
        thread.start();
    }

    private void run() {
        while (!stopped) {
            try (var connection = opener.open("tallystick-tail")) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (!stopped) {
                    log.warn("The event tail lost the database and looks again: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen tallystick_events");
        }
        var notifications = connection.unwrap(PGConnection.class);
        tail.catchUp();
        while (!stopped) {
            var heard = notifications.getNotifications((int) settings.poll().toMillis());
            if (heard == null || heard.length == 0 || Arrays.stream(heard).anyMatch(this::brings)) {
                tail.catchUp();
            }
        }
    }

    /** What this node appended, its appender brings itself; what keeps it from doing so is heard of by its own word. */
    private boolean brings(PGNotification heard) {
        return heard.getPID() != ownAppender.getAsInt();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.reconnect().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
    }
}
