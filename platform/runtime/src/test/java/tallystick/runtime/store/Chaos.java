package tallystick.runtime.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import tallystick.runtime.testing.TestDatabase;

/** What happens around the writers until they are done: others hold the head, connections die, the clock steps. */
final class Chaos implements Runnable {
    private final TestDatabase database;
    private final Random random;
    private final Faults faults;
    final AtomicReference<Duration> clockAhead = new AtomicReference<>(Duration.ZERO);
    private volatile boolean over;

    Chaos(TestDatabase database, Random random, Faults faults) {
        this.database = database;
        this.random = random;
        this.faults = faults;
    }

    @Override
    public void run() {
        try {
            while (!over) {
                switch (random.nextInt(4)) {
                    case 0 -> holdTheHead();
                    case 1 -> terminateBackends();
                    case 2 -> stepTheClock();
                    default -> TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        over = true;
    }

    private void holdTheHead() throws SQLException, InterruptedException {
        try (var connection = database.connections().open("holder")) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("select position from store.head for update");
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
            connection.rollback();
            faults.happened(Faults.Kind.HEAD_HELD_BY_ANOTHER);
        }
    }

    private void terminateBackends() throws SQLException {
        var whose = random.nextBoolean() ? "tallystick tallystick-appender" : "tallystick tallystick-tail";
        try (var connection = database.connections().open("killer");
                var statement =
                        connection.prepareStatement("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                + " where datname = current_database() and application_name = ?")) {
            statement.setString(1, whose);
            try (var killed = statement.executeQuery()) {
                killed.next();
                if (killed.getLong(1) > 0) {
                    faults.happened(Faults.Kind.BACKEND_TERMINATED);
                }
            }
        }
    }

    private void stepTheClock() {
        clockAhead.set(Duration.ofSeconds(random.nextInt(7200) - 3600));
        faults.happened(Faults.Kind.CLOCK_STEPPED);
    }
}
