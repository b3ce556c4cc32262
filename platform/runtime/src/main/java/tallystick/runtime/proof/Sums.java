package tallystick.runtime.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.tokens.Block;
import tallystick.runtime.processing.tokens.Sum;

/** The sums of one group as the database holds them. Runs in the caller's snapshot. */
final class Sums {
    /** Whose sum: a block, and for sagas the segment. */
    record Key(long block, int segment) {
        static final int ALL = -1;
    }

    private final JdbcTemplate jdbc;
    private final GroupName group;
    private final boolean sagas;
    private final String[] names;

    Sums(JdbcTemplate jdbc, GroupName group, boolean sagas, Set<String> names) {
        this.jdbc = jdbc;
        this.group = group;
        this.sagas = sagas;
        this.names = names.toArray(String[]::new);
    }

    /** What was accounted for in blocks from..to: handled, or put aside and not delivered since. */
    Map<Key, Sum> handled(long from, long to) {
        var sums = new HashMap<Key, Sum>();
        jdbc.query(
                "select block, segment, events, sum from %s.proof where processor = ? and block between ? and ?"
                        .formatted(group.schema()),
                (RowCallbackHandler) row -> sums.merge(
                        new Key(row.getLong(1), sagas ? row.getInt(2) : Key.ALL),
                        new Sum(row.getLong(3), row.getLong(4)),
                        Sum::plus),
                group.text(),
                from,
                to);
        jdbc.query(
                """
                select l.position >> 12, count(*), sum(%1$s)::bigint
                from %2$s.dead_letters l join %2$s.tokens t using (processor, segment)
                where processor = ? and l.position >> 12 between ? and ? and l.position > t.started_after
                group by 1\
                """.formatted(Block.SQL_HASH, group.schema()),
                (RowCallbackHandler) row -> sums.merge(
                        new Key(row.getLong(1), Key.ALL), new Sum(row.getLong(2), row.getLong(3)), Sum::plus),
                group.text(),
                from,
                to);
        return sums;
    }

    /** What the store holds for the group in whole blocks, behind the position where the group started. */
    Map<Long, Sum> stored(long from, long to, long startedAfter) {
        var sums = new HashMap<Long, Sum>();
        jdbc.query(
                """
                select position >> 12, count(*), sum(%s)::bigint from store.events
                where position between ? and ? and position > ? and name = any (?) group by 1\
                """.formatted(Block.SQL_HASH),
                (RowCallbackHandler) row -> sums.put(row.getLong(1), new Sum(row.getLong(2), row.getLong(3))),
                Block.first(from),
                Block.first(to + 1) - 1,
                startedAfter,
                names);
        return sums;
    }

    /** An event as far as its place and its owner matter. */
    record Place(long position, String id, String eventId) {}

    List<Place> places(long from, long to) {
        return jdbc.query(
                """
                select position, id, event_id from store.events
                where position between ? and ? and name = any (?) order by position\
                """, (row, _) -> new Place(row.getLong(1), row.getString(2), row.getString(3)), from, to, names);
    }

    long verifiedBelow() {
        return jdbc
                .queryForList(
                        "select below from %s.proof_verified where processor = ?".formatted(group.schema()),
                        Long.class,
                        group.text())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    void verified(long below) {
        jdbc.update(
                "update %s.proof_verified set below = greatest(below, ?) where processor = ?".formatted(group.schema()),
                below,
                group.text());
    }

    /**
     * Notes what the group subscribes to. When that has changed since, the sums start anew where the tokens stand.
     *
     * <p>Tokens before sums, as every batch does, so that the two cannot wait for each other; what a batch adds meanwhile
     * is behind the token that is read here, and counts.
     */
    void subscribe() {
        var now = String.join(",", new TreeSet<>(List.of(names)));
        var before = jdbc.queryForList(
                "select subscribes from %s.proof_verified where processor = ?".formatted(group.schema()),
                String.class,
                group.text());
        if (!before.isEmpty() && !before.getFirst().equals(now)) {
            update("update %s.tokens set started_after = position where processor = ?");
            update("delete from %s.proof where processor = ?");
            update("delete from %s.proof_verified where processor = ?");
        }
        jdbc.update(
                "insert into %s.proof_verified (processor, below, subscribes) values (?, 0, ?) on conflict do nothing"
                        .formatted(group.schema()),
                group.text(),
                now);
    }

    private void update(String sql) {
        jdbc.update(sql.formatted(group.schema()), group.text());
    }
}
