package tallystick.runtime.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One context's rows, as the sweep sees them. Each method is one statement and one transaction. Leases and back-off are
 * measured by the database's clock, since the clocks of two nodes differ; only what is due is the application's to say.
 */
final class DeadlineTable {
    private static final String MINE = " where kind = ? and id = ? and due_at = ? and lease_until = ?";

    private final JdbcClient database;
    private final String take;
    private final String delete;
    private final String later;

    DeadlineTable(JdbcClient database, String context) {
        this.database = database;
        this.take = """
            with due as materialized (
                select kind, id from %1$s.deadlines
                 where due_at <= ? and kind = any(?)
                   and (lease_until is null or lease_until <= clock_timestamp())
                   and (next_try_at is null or next_try_at <= clock_timestamp())
                 order by due_at limit ? for update skip locked)
            update %1$s.deadlines d set lease_until = clock_timestamp() + make_interval(secs => ?)
              from due where d.kind = due.kind and d.id = due.id
            returning d.kind, d.id, d.due_at, d.lease_until, d.attempts
            """.formatted(context);
        this.delete = "delete from %s.deadlines".formatted(context) + MINE;
        this.later = """
            update %s.deadlines set attempts = attempts + 1, lease_until = null, last_error = ?,
                   next_try_at = clock_timestamp() + make_interval(secs => ?)
            """.formatted(context) + MINE;
    }

    /** Takes rows that are due and nobody's; they are this node's until the lease runs out. */
    List<Due> take(Instant now, List<String> kinds, int most, Duration lease) {
        return database.sql(take)
                .params(at(now), kinds.toArray(String[]::new), most, seconds(lease))
                .query(DeadlineTable::due)
                .list();
    }

    /** The command had its effect. Does nothing to a row that was moved, cleared or taken by another node meanwhile. */
    void done(Due due) {
        database.sql(delete)
                .params(due.kind(), due.id(), at(due.dueAt()), due.leaseUntil())
                .update();
    }

    void tryLater(Due due, String error, Duration wait) {
        database.sql(later)
                .params(error, seconds(wait), due.kind(), due.id(), at(due.dueAt()), due.leaseUntil())
                .update();
    }

    private static Due due(ResultSet row, int index) throws SQLException {
        return new Due(
                row.getString("kind"),
                row.getString("id"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("lease_until", OffsetDateTime.class),
                row.getInt("attempts"));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
