package tallystick.runtime.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads events by position and by thing. Positions are gapless, so a page never hides an event that comes later. */
final class EventReader {
    private static final String COLUMNS = "select position, event_id, kind, id, sequence, name, revision, recorded_at, "
            + "occurred_at, metadata, payload, hash from store.events ";

    /** Simple enough for PostgreSQL to keep its plan; one statement, so that snapshot and events are of one moment. */
    private static final String ONE = """
        select 0 as position, event_id, kind, id, sequence, name, revision, occurred_at as recorded_at, occurred_at,
               metadata, payload, ''::bytea as hash
          from store.snapshots where id = ?
        union all
        select position, event_id, kind, id, sequence, name, revision, recorded_at, occurred_at, metadata, payload, hash
          from store.events
         where id = ? and sequence > coalesce((select sequence from store.snapshots where id = ?), -1)
         order by sequence
        """;

    private static final String MANY = """
        with f as (select id, s.kind, s.sequence, s.event_id, s.name, s.revision, s.occurred_at, s.metadata, s.payload
                     from unnest(?::text[]) as i (id) left join store.snapshots s using (id))
        select 0 as position, event_id, kind, id, sequence, name, revision, occurred_at as recorded_at,
               occurred_at, metadata, payload, ''::bytea as hash from f where sequence is not null
        union all
        select e.position, e.event_id, e.kind, e.id, e.sequence, e.name, e.revision, e.recorded_at,
               e.occurred_at, e.metadata, e.payload, e.hash
          from f cross join lateral (select * from store.events e
                where e.id = f.id and e.sequence > coalesce(f.sequence, -1)) e
         order by id, sequence
        """;

    private final JdbcClient jdbc;

    EventReader(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    List<StoredEvent> after(long position, int most) {
        return jdbc.sql(COLUMNS + "where position > ? order by position limit ?")
                .params(position, most)
                .query(EventReader::event)
                .list();
    }

    List<StoredEvent> of(String id, long firstSequence, int most) {
        return jdbc.sql(COLUMNS + "where id = ? and sequence >= ? order by sequence limit ?")
                .params(id, firstSequence, most)
                .query(EventReader::event)
                .list();
    }

    /** All events of many things from a sequence of each on, by thing and sequence. */
    List<StoredEvent> tails(List<String> ids, List<Long> firstSequences) {
        if (ids.size() == 1) {
            return of(ids.getFirst(), firstSequences.getFirst(), Integer.MAX_VALUE);
        }
        return jdbc.sql(COLUMNS.replace("select ", "select e.")
                                .replace(", ", ", e.")
                                .replace("store.events", "store.events e")
                        + "join unnest(?::text[], ?::bigint[]) as f (id, sequence) on e.id = f.id and e.sequence >="
                        + " f.sequence order by e.id, e.sequence")
                .params(ids.toArray(String[]::new), firstSequences.toArray(Long[]::new))
                .query(EventReader::event)
                .list();
    }

    /** The snapshots of many things, handed over as they come, and the events after them, in one query. */
    List<StoredEvent> snapshotsAndTails(Collection<String> ids, Consumer<NewSnapshot> snapshots) {
        ResultSetExtractor<List<StoredEvent>> tails = rows -> tails(rows, snapshots);
        if (ids.size() == 1) {
            var id = ids.iterator().next();
            return jdbc.sql(ONE).params(id, id, id).query(tails);
        }
        return jdbc.sql(MANY).param(ids.toArray(String[]::new)).query(tails);
    }

    private static List<StoredEvent> tails(ResultSet rows, Consumer<NewSnapshot> snapshots) throws SQLException {
        var events = new ArrayList<StoredEvent>();
        while (rows.next()) {
            var row = event(rows, 0);
            if (row.position() > 0) {
                events.add(row);
            } else {
                snapshots.accept(NewSnapshot.of(row.event()));
            }
        }
        return events;
    }

    Optional<Long> lastSequence(String id) {
        return jdbc.sql("select sequence from store.events where id = ? order by sequence desc limit 1")
                .param(id)
                .query(Long.class)
                .optional();
    }

    /** The position just before the first event that happened at or after a moment; the head when there is none. */
    long before(Instant moment) {
        var first = jdbc.sql("select min(position) from store.events where occurred_at >= ?")
                .param(OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        return first.map(position -> position - 1).orElseGet(() -> head().position());
    }

    /** The last position that was recorded at or before a moment: what was known then. */
    long knownAt(Instant moment) {
        return jdbc.sql("select coalesce(max(position), 0) from store.events where recorded_at <= ?")
                .param(OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Head head() {
        return jdbc.sql("select position, hash, recorded_at from store.head")
                .query((row, nr) -> new Head(row.getLong(1), row.getBytes(2), instant(row, 3)))
                .single();
    }

    List<NewSnapshot> snapshots(List<String> ids) {
        return jdbc.sql("select id, kind, sequence, event_id, name, revision, occurred_at, metadata, payload"
                        + " from store.snapshots where id = any (?)")
                .param(ids.toArray(String[]::new))
                .query((row, nr) -> snapshot(row))
                .list();
    }

    /** Forgets which group commits there were more than a day ago: by then their outcome is known. */
    int forgetBatches() {
        return jdbc.sql("delete from store.batches where recorded_at < (select recorded_at from store.head) - interval"
                        + " '1 day'")
                .update();
    }

    void store(NewSnapshot s) {
        jdbc.sql("""
            insert into store.snapshots (id, kind, sequence, event_id, name, revision, occurred_at, metadata, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set kind = excluded.kind, sequence = excluded.sequence,
                event_id = excluded.event_id, name = excluded.name, revision = excluded.revision,
                occurred_at = excluded.occurred_at, metadata = excluded.metadata, payload = excluded.payload
            where store.snapshots.sequence <= excluded.sequence
            """).params(params(s)).update();
    }

    private static List<@Nullable Object> params(NewSnapshot s) {
        var params = new ArrayList<@Nullable Object>();
        params.add(s.id());
        params.add(s.kind());
        params.add(s.sequence());
        params.add(s.eventId());
        params.add(s.name());
        params.add(s.revision());
        params.add(OffsetDateTime.ofInstant(s.occurredAt(), ZoneOffset.UTC));
        params.add(s.metadata());
        params.add(s.payload());
        return params;
    }

    private static NewSnapshot snapshot(ResultSet row) throws SQLException {
        return new NewSnapshot(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                instant(row, 7),
                row.getBytes(8),
                row.getBytes(9));
    }

    static StoredEvent event(ResultSet row, int nr) throws SQLException {
        var event = new NewEvent(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                instant(row, 9),
                row.getBytes(10),
                row.getBytes(11));
        return new StoredEvent(row.getLong(1), event, instant(row, 8), row.getBytes(12));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
