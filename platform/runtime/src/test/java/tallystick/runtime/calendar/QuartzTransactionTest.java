package tallystick.runtime.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.runtime.testing.TestDatabase;

/**
 * The trap: Quartz in the caller's transaction. With an empty lock table two threads raced for the lock row, Quartz
 * rolled the caller's transaction back and went on, and a saga was lost without a word.
 */
class QuartzTransactionTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final javax.sql.DataSource ours = database.dataSource();
    private final JdbcClient tables = JdbcClient.create(ours);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(ours));
    private final CalendarScheduler scheduler = new CalendarScheduler(
            database.connections(),
            Settings.usual(),
            List.of(new CalendarJob("nightly", new When.Cron("0 30 1 * * ?", ZoneOffset.UTC), Missed.SKIP, () -> {})),
            new SimpleMeterRegistry());

    @Test
    void theLockRowsAreThereBeforeAnybodyRacesForThem() {
        assertThat(tables.sql("select lock_name from quartz.qrtz_locks where sched_name = ? order by 1")
                        .param(Settings.usual().name())
                        .query(String.class)
                        .list())
                .containsExactly("STATE_ACCESS", "TRIGGER_ACCESS");
    }

    @Test
    void aFailureOfQuartzInsideOurTransactionLeavesItWhole() {
        tables.sql("drop table quartz.qrtz_cron_triggers").update();
        transaction.executeWithoutResult(_ -> {
            write();
            assertThatThrownBy(scheduler::start).isInstanceOf(IllegalStateException.class);
        });
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void ourRollbackLeavesTheCalendarWhole() {
        transaction.executeWithoutResult(status -> {
            write();
            scheduler.start();
            status.setRollbackOnly();
        });
        scheduler.stop();
        assertThat(written()).isZero();
        assertThat(tables.sql("select count(*) from quartz.qrtz_triggers")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aMissingLockRowCannotRollOursBack() {
        tables.sql("delete from quartz.qrtz_locks").update();
        transaction.executeWithoutResult(_ -> {
            write();
            scheduler.start();
        });
        scheduler.stop();
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void quartzWaitsForALockOnAConnectionOfItsOwn() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        transaction.executeWithoutResult(_ -> {
            tables.sql("select * from quartz.qrtz_locks for update").query().listOfRows();
            Thread.ofVirtual().start(() -> {
                scheduler.start();
                started.countDown();
            });
            write();
            assertThat(started.getCount()).isEqualTo(1);
            assertThat(open()).isTrue();
        });
        assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
        scheduler.stop();
        assertThat(written()).isEqualTo(1);
    }

    private boolean open() {
        try {
            Connection mine = DataSourceUtils.getConnection(ours);
            return !mine.isClosed() && !mine.getAutoCommit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void write() {
        tables.sql("insert into reference.deadlines (kind, id, due_at) values ('ours', 'x-1', now())")
                .update();
    }

    private long written() {
        return tables.sql("select count(*) from reference.deadlines")
                .query(Long.class)
                .single();
    }
}
