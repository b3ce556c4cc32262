package tallystick.runtime.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what the adjustable clock was moved to: the next start goes on from there, since time never goes back, and other
 * nodes on this machine follow within a second.
 */
final class SharedLead implements ClockListener, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SharedLead.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final AdjustableClock clock;
    private final JdbcClient database;
    private volatile @Nullable Thread follower;

    SharedLead(AdjustableClock clock, JdbcClient database) {
        this.clock = clock;
        this.database = database;
    }

    @Override
    public void moved(Instant from, Instant to) {
        database.sql("""
            insert into runtime.clock_lead as c (ahead_micros) values (?) on conflict (only_row)
            do update set ahead_micros = greatest(c.ahead_micros, excluded.ahead_micros)
            """)
                .param(clock.ahead().dividedBy(ChronoUnit.MICROS.getDuration()))
                .update();
    }

    @Override
    public void start() {
        follow();
        // Known before it runs, or it would find that it is not the follower and end.
        Thread next = Thread.ofVirtual().name("clock-lead").unstarted(this::followOn);
        follower = next;
        next.start();
    }

    private void follow() {
        database.sql("select ahead_micros from runtime.clock_lead")
                .query(Long.class)
                .optional()
                .ifPresent(micros -> clock.follow(Duration.of(micros, ChronoUnit.MICROS)));
    }

    private void followOn() {
        while (Thread.currentThread() == follower) {
            try {
                Thread.sleep(LOOK_EVERY);
                follow();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("The other nodes' time could not be read; it is tried again.", failure);
            }
        }
    }

    @Override
    public void stop() {
        Thread stopping = follower;
        follower = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }

    /** Before anything that acts on the time. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
