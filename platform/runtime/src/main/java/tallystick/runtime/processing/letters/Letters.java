package tallystick.runtime.processing.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.Faults;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.batch.Batch;
import tallystick.runtime.processing.batch.Sequence;
import tallystick.runtime.processing.tokens.Position;

/** The rows. Each method joins the caller's transaction when there is one. */
public final class Letters {
    private final JdbcTemplate jdbc;

    public Letters(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of these sequences, the ones with an event put aside. One look per batch, and a cheap one when there is none. */
    Set<String> blocked(GroupName group, Collection<String> sequences) {
        return new HashSet<>(jdbc.query(
                """
                select distinct sequence from %s.dead_letters
                where processor = ? and state <> 'closed' and sequence = any (?)\
                """.formatted(group.schema()),
                (row, _) -> row.getString(1),
                group.text(),
                sequences.toArray(String[]::new)));
    }

    boolean none(GroupName group) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select not exists (select from %s.dead_letters where processor = ? and state <> 'closed')"
                        .formatted(group.schema()),
                Boolean.class,
                group.text()));
    }

    /** Whether one of these groups, which share a schema, has put an event of a thing aside. */
    public boolean holds(List<GroupName> groups, String thing) {
        return !groups.isEmpty()
                && Boolean.TRUE.equals(jdbc.queryForObject(
                        """
                        select exists (select from %s.dead_letters
                                        where processor = any (?) and sequence = ? and state <> 'closed')\
                        """.formatted(groups.getFirst().schema()),
                        Boolean.class,
                        groups.stream().map(GroupName::text).toArray(String[]::new),
                        thing));
    }

    void putAside(Batch batch, EventMessage<?> event, Throwable fault) {
        insert(batch, event, "failed", Faults.text(fault), 1);
    }

    void queue(Batch batch, EventMessage<?> event) {
        insert(batch, event, "queued", null, 0);
    }

    private void insert(Batch batch, EventMessage<?> event, String state, @Nullable String error, int attempts) {
        jdbc.update(
                """
                insert into %s.dead_letters (processor, position, segment, sequence, event_id, state, error, attempts)
                values (?, ?, ?, ?, ?, ?, ?, ?)\
                """.formatted(batch.group().schema()),
                batch.group().text(),
                Position.of(event),
                batch.segment().getSegmentId(),
                Sequence.of(event),
                event.getIdentifier(),
                state,
                error,
                attempts);
    }

    /** Open letters, oldest first. */
    public List<Letter> open(GroupName group, int most) {
        return jdbc.query("""
            select position, sequence, state, error, attempts, created_at from %s.dead_letters
            where processor = ? and state <> 'closed' order by position limit ?\
            """.formatted(group.schema()), (row, _) -> letter(group, row), group.text(), most);
    }

    public long count(GroupName group) {
        var sql = "select count(*) from %s.dead_letters where processor = ? and state <> 'closed'"
                .formatted(group.schema());
        var count = jdbc.queryForObject(sql, Long.class, group.text());
        return count == null ? 0 : count;
    }

    /** Sequences whose first letter may be tried again: it waits only, or its pause is over and tries are left. */
    List<String> due(GroupName group, int mostAttempts, int most) {
        return jdbc.query(
                """
                select sequence from (
                    select distinct on (sequence) sequence, state, attempts, next_attempt_at, position
                    from %s.dead_letters where processor = ? and state <> 'closed' order by sequence, position) head
                where state = 'queued' or (attempts < ? and next_attempt_at <= clock_timestamp())
                order by position limit ?\
                """.formatted(group.schema()), (row, _) -> row.getString(1), group.text(), mostAttempts, most);
    }

    /** Locks the first letter of a sequence; empty when there is none or somebody else works on it. */
    Optional<Letter> lockFirst(GroupName group, String sequence) {
        return jdbc
                .query(
                        """
                        select position, sequence, state, error, attempts, created_at from %1$s.dead_letters
                        where processor = ? and state <> 'closed' and position = (
                            select min(position) from %1$s.dead_letters
                            where processor = ? and sequence = ? and state <> 'closed')
                        for update skip locked\
                        """.formatted(group.schema()),
                        (row, _) -> letter(group, row),
                        group.text(),
                        group.text(),
                        sequence)
                .stream()
                .findFirst();
    }

    void delivered(Letter letter) {
        jdbc.update(
                "delete from %s.dead_letters where processor = ? and position = ?"
                        .formatted(letter.group().schema()),
                letter.group().text(),
                letter.position());
    }

    void failedAgain(Letter letter, Throwable fault, Duration pause) {
        jdbc.update(
                """
                update %s.dead_letters set state = 'failed', attempts = attempts + 1, error = ?,
                    next_attempt_at = clock_timestamp() + make_interval(secs => ?)
                where processor = ? and position = ? and state <> 'closed'\
                """.formatted(letter.group().schema()),
                Faults.text(fault),
                pause.toMillis() / 1000.0,
                letter.group().text(),
                letter.position());
    }

    boolean close(GroupName group, String sequence, long position, String by, String reason) {
        return jdbc.update("""
            update %s.dead_letters set state = 'closed', closed_at = clock_timestamp(), closed_by = ?,
                closed_reason = ? where processor = ? and sequence = ? and position = ? and state <> 'closed'\
            """.formatted(group.schema()), by, reason, group.text(), sequence, position) == 1;
    }

    private static Letter letter(GroupName group, ResultSet row) throws SQLException {
        return new Letter(
                group,
                row.getLong("position"),
                row.getString("sequence"),
                row.getString("state").equals("failed"),
                row.getString("error"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant());
    }
}
