package tallystick.runtime.deadlines;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sets and clears deadlines for handlers, in the handler's own transaction: a wait exists exactly when what led to it
 * was handled. Everything may be repeated.
 */
public final class Deadlines {
    private final JdbcClient database;
    private final DeadlineKinds kinds;
    private final DeadlineBell bell;

    Deadlines(JdbcClient database, DeadlineKinds kinds, DeadlineBell bell) {
        this.database = database;
        this.kinds = kinds;
        this.bell = bell;
    }

    /** From this moment on, and not before, the kind's command is sent. Setting again moves the deadline. */
    public void set(String kind, String id, Instant due) {
        String context = in(kind);
        Instant stored = ceiling(due);
        database.sql("""
            insert into %s.deadlines as d (kind, id, due_at) values (?, ?, ?)
            on conflict (kind, id) do update
               set due_at = excluded.due_at, lease_until = null, attempts = 0, next_try_at = null, last_error = null
             where d.due_at <> excluded.due_at
            """.formatted(context))
                .params(kind, id, OffsetDateTime.ofInstant(stored, ZoneOffset.UTC))
                .update();
        ringAfterCommit(context, stored);
    }

    /** As {@link #set}, for many of a kind with one statement. */
    public void setAll(String kind, Map<String, Instant> due) {
        if (due.isEmpty()) {
            return;
        }
        String context = in(kind);
        database.sql("""
            insert into %s.deadlines as d (kind, id, due_at)
            select ?, m.id, m.due_at from unnest(?::text[], ?::timestamptz[]) as m (id, due_at)
            on conflict (kind, id) do update
               set due_at = excluded.due_at, lease_until = null, attempts = 0, next_try_at = null, last_error = null
             where d.due_at <> excluded.due_at
            """.formatted(context))
                .params(
                        kind,
                        due.keySet().toArray(String[]::new),
                        due.values().stream().map(at -> ceiling(at).toString()).toArray(String[]::new))
                .update();
        ringAfterCommit(context, ceiling(Collections.min(due.values())));
    }

    /** As {@link #clear}, for many of a kind with one statement. */
    public void clearAll(String kind, Collection<String> ids) {
        if (!ids.isEmpty()) {
            database.sql("delete from %s.deadlines where kind = ? and id = any(?)".formatted(in(kind)))
                    .params(kind, ids.toArray(String[]::new))
                    .update();
        }
    }

    /** Nothing waits any more. Clearing what is not set does nothing; a command under way may still arrive. */
    public void clear(String kind, String id) {
        database.sql("delete from %s.deadlines where kind = ? and id = ?".formatted(in(kind)))
                .params(kind, id)
                .update();
    }

    private String in(String kind) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "Expected to be in the handler's transaction when the deadline '%s' changes, found none. A deadline that commits alone can outlive or miss what it waits for."
                            .formatted(kind));
        }
        return kinds.named(kind).context();
    }

    /** PostgreSQL keeps microseconds and rounds: rounded down, a deadline would come too early. */
    private static Instant ceiling(Instant due) {
        Instant floor = due.truncatedTo(ChronoUnit.MICROS);
        return floor.equals(due) ? due : floor.plus(1, ChronoUnit.MICROS);
    }

    private void ringAfterCommit(String context, Instant due) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring(context, due);
            }
        });
    }
}
