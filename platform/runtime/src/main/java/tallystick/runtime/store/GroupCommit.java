package tallystick.runtime.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One short transaction for many callers, in two round trips. The first locks the head and looks at last sequences and
 * claims; the second writes, wakes the readers of all nodes and commits. {@link #plan} survives a lost connection, so that
 * the appender can answer from it once it knows that the commit went through.
 */
final class GroupCommit {
    private static final String LOOK = """
        select position, hash, recorded_at, clock_timestamp() from store.head for update;
        select a.id, (select e.sequence from store.events e where e.id = a.id order by e.sequence desc limit 1)
          from unnest(?::text[]) as a (id)
        """;
    private static final String HELD = """
        ;
        select c.kind, c.key, c.owner, c.detail
          from store.claims c join unnest(?::text[], ?::text[]) as a (kind, key) on c.kind = a.kind and c.key = a.key
        """;
    private static final String EVENTS = """
        insert into store.events (position, event_id, kind, id, sequence, name, revision, recorded_at, occurred_at,
                                  metadata, payload, hash)
        select ? + row_number() over (), u.event_id, u.kind, u.id, u.sequence, u.name, u.revision, ?,
               'epoch'::timestamptz + u.occurred * interval '1 microsecond', u.metadata, u.payload, u.hash
          from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bytea[],
                      ?::bytea[], ?::bytea[])
            with ordinality as u (event_id, kind, id, sequence, name, revision, occurred, metadata, payload, hash, nr)
         order by u.nr;
        """;
    private static final String GIVEN = """
        delete from store.claims c using unnest(?::text[], ?::text[], ?::text[]) as g (kind, key, owner)
         where c.kind = g.kind and c.key = g.key and c.owner = g.owner;
        """;
    private static final String TAKEN = """
        insert into store.claims (kind, key, owner, detail, at)
        select t.kind, t.key, t.owner, t.detail, ? from unnest(?::text[], ?::text[], ?::text[], ?::bytea[])
            as t (kind, key, owner, detail);
        """;
    private static final String SNAPSHOTS = """
        insert into store.snapshots (id, kind, sequence, event_id, name, revision, occurred_at, metadata, payload)
        select s.id, s.kind, s.sequence, s.event_id, s.name, s.revision,
               'epoch'::timestamptz + s.occurred * interval '1 microsecond', s.metadata, s.payload
          from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bytea[],
                      ?::bytea[]) as s (id, kind, sequence, event_id, name, revision, occurred, metadata, payload)
            on conflict (id) do update set kind = excluded.kind, sequence = excluded.sequence,
               event_id = excluded.event_id, name = excluded.name, revision = excluded.revision,
               occurred_at = excluded.occurred_at, metadata = excluded.metadata, payload = excluded.payload
         where store.snapshots.sequence <= excluded.sequence;
        """;
    private static final String FINISH = """
        insert into store.batches (id, last_position, recorded_at) values (?, ?, ?);
        update store.head set position = ?, hash = ?, recorded_at = ?;
        select pg_notify('tallystick_events', ?);
        commit
        """;

    private final RecordChain chain = new RecordChain();
    private final Supplier<Duration> clockAhead;

    /** What the last call meant to write; valid for its answers once the batch is known to be durable. */
    @Nullable
    Plan plan;

    GroupCommit(Supplier<Duration> clockAhead) {
        this.clockAhead = clockAhead;
    }

    /** Writes a batch and returns what became of each caller. The connection must not be in auto-commit mode. */
    Plan write(Connection connection, UUID batchId, List<Pending> batch) throws SQLException {
        plan = null;
        var planned = look(connection, batch);
        plan = planned;
        if (planned.answers.isEmpty()) {
            connection.rollback();
        } else {
            commit(connection, batchId, planned);
        }
        return planned;
    }

    private Plan look(Connection connection, List<Pending> batch) throws SQLException {
        var ids = new HashSet<String>();
        var claims = new ArrayList<Claim>();
        for (var pending : batch) {
            pending.append().events().forEach(event -> ids.add(event.id()));
            claims.addAll(pending.append().claims());
        }
        try (var look = connection.prepareStatement(claims.isEmpty() ? LOOK : LOOK + HELD)) {
            look.setArray(1, texts(connection, ids, id -> id));
            if (!claims.isEmpty()) {
                look.setArray(2, texts(connection, claims, Claim::kind));
                look.setArray(3, texts(connection, claims, Claim::key));
            }
            look.execute();
            var rows = look.getResultSet();
            rows.next();
            var head = new Head(rows.getLong(1), rows.getBytes(2), instant(rows, 3));
            var now = instant(rows, 4).plus(clockAhead.get()).truncatedTo(ChronoUnit.MICROS);
            look.getMoreResults();
            var lasts = lastSequences(look.getResultSet());
            var held = look.getMoreResults() ? claims(look.getResultSet()) : List.<Claim>of();
            var triage = new Triage(lasts, held).of(batch);
            // Time never runs backwards in the log, whatever the machine's clock does.
            var recordedAt = now.isBefore(head.recordedAt()) ? head.recordedAt() : now;
            return new Plan(triage, head, recordedAt, chain);
        }
    }

    private static Map<String, Long> lastSequences(ResultSet rows) throws SQLException {
        var lasts = new HashMap<String, Long>();
        while (rows.next()) {
            long last = rows.getLong(2);
            if (!rows.wasNull()) {
                lasts.put(rows.getString(1), last);
            }
        }
        return lasts;
    }

    static List<Claim> claims(ResultSet rows) throws SQLException {
        var claims = new ArrayList<Claim>();
        while (rows.next()) {
            claims.add(new Claim(rows.getString(1), rows.getString(2), rows.getString(3), rows.getBytes(4), true));
        }
        return claims;
    }

    /** The statements of a commit depend on what it carries; there are few combinations, so each is prepared once. */
    private static void commit(Connection connection, UUID batchId, Plan plan) throws SQLException {
        var sql = (plan.events.isEmpty() ? "" : EVENTS)
                + (plan.given.isEmpty() ? "" : GIVEN)
                + (plan.taken.isEmpty() ? "" : TAKEN)
                + (plan.snapshots.isEmpty() ? "" : SNAPSHOTS)
                + FINISH;
        try (var write = connection.prepareStatement(sql)) {
            var bind = new Bind(connection, write);
            var at = OffsetDateTime.ofInstant(plan.recordedAt, ZoneOffset.UTC);
            bindEvents(bind, at, plan.events);
            bindClaims(bind, at, plan);
            bindSnapshots(bind, plan.snapshots.values());
            var head = plan.after();
            bind.object(batchId).object(head.position()).object(at);
            bind.object(head.position()).object(head.hash()).object(at).object(Long.toString(head.position()));
            write.execute();
        }
    }

    private static void bindEvents(Bind bind, OffsetDateTime at, List<StoredEvent> stored) throws SQLException {
        if (stored.isEmpty()) {
            return;
        }
        var events = stored.stream().map(StoredEvent::event).toList();
        bind.object(stored.getFirst().position() - 1).object(at);
        bind.texts(events, NewEvent::eventId).texts(events, NewEvent::kind).texts(events, NewEvent::id);
        bind.longs(events, NewEvent::sequence).texts(events, NewEvent::name).texts(events, NewEvent::revision);
        bind.longs(events, event -> micros(event.occurredAt()));
        bind.bytes(events, NewEvent::metadata).bytes(events, NewEvent::payload).bytes(stored, StoredEvent::hash);
    }

    private static void bindClaims(Bind bind, OffsetDateTime at, Plan plan) throws SQLException {
        if (!plan.given.isEmpty()) {
            bind.texts(plan.given, Claim::kind).texts(plan.given, Claim::key).texts(plan.given, Claim::owner);
        }
        if (!plan.taken.isEmpty()) {
            bind.object(at).texts(plan.taken, Claim::kind).texts(plan.taken, Claim::key);
            bind.texts(plan.taken, Claim::owner).bytes(plan.taken, Claim::detail);
        }
    }

    private static void bindSnapshots(Bind bind, Collection<NewSnapshot> all) throws SQLException {
        if (all.isEmpty()) {
            return;
        }
        bind.texts(all, NewSnapshot::id).texts(all, NewSnapshot::kind).longs(all, NewSnapshot::sequence);
        bind.texts(all, NewSnapshot::eventId).texts(all, NewSnapshot::name).texts(all, NewSnapshot::revision);
        bind.longs(all, snapshot -> micros(snapshot.occurredAt()));
        bind.bytes(all, NewSnapshot::metadata).bytes(all, NewSnapshot::payload);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <T> Array texts(Connection connection, Collection<T> rows, Function<T, @Nullable String> text)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(text).toArray(String[]::new));
    }

    /** Binds parameters in the order in which the statement names them. */
    private static final class Bind {
        private final Connection connection;
        private final PreparedStatement statement;
        private int next = 1;

        Bind(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        Bind object(Object value) throws SQLException {
            statement.setObject(next++, value);
            return this;
        }

        <T> Bind texts(Collection<T> rows, Function<T, @Nullable String> text) throws SQLException {
            statement.setArray(next++, GroupCommit.texts(connection, rows, text));
            return this;
        }

        <T> Bind longs(Collection<T> rows, Function<T, Long> number) throws SQLException {
            var numbers = rows.stream().map(number).toArray(Long[]::new);
            statement.setArray(next++, connection.createArrayOf("int8", numbers));
            return this;
        }

        <T> Bind bytes(Collection<T> rows, Function<T, byte[]> bytes) throws SQLException {
            statement.setArray(
                    next++,
                    connection.createArrayOf("bytea", rows.stream().map(bytes).toArray(byte[][]::new)));
            return this;
        }
    }
}
