package tallystick.runtime.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server again when it dies while we live: killed by hand or for memory. Its own processes PostgreSQL mends
 * itself; this is for the first of them.
 */
final class Watchman implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Watchman.class);
    private static final long INTERVAL_MILLIS = 500;

    private final Cluster cluster;
    private final Duration startTimeout;
    private final Thread thread;
    private final CountDownLatch relieved = new CountDownLatch(1);

    Watchman(Cluster cluster, Duration startTimeout) {
        this.cluster = cluster;
        this.startTimeout = startTimeout;
        this.thread = Thread.ofVirtual().name("postgres-watchman").start(this::watch);
    }

    private void watch() {
        try {
            while (!relieved.await(INTERVAL_MILLIS, MILLISECONDS)) {
                if (!cluster.isServed()) {
                    revive();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void revive() {
        log.error("PostgreSQL on {} has died; starting it again.", cluster.folder());
        try {
            cluster.stopOrphan(); // Clears a process id that a stranger has by now, or that nobody asked the end of.
            cluster.start(startTimeout);
            log.info("PostgreSQL on {} serves again.", cluster.folder());
        } catch (IOException | DatabaseRefused e) {
            log.error("PostgreSQL on {} could not be started again; the next try follows.", cluster.folder(), e);
        }
    }

    /** A start that is under way is waited for, so that there is something to stop. */
    @Override
    public void close() {
        relieved.countDown();
        try {
            thread.join(startTimeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
