package tallystick.runtime.processing.sagas;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.AnnotatedSaga;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.tokens.Position;

/** The rows of one group. Each method joins the caller's transaction when there is one. */
public final class ParkedSteps {
    private final GroupName group;
    private final JdbcTemplate jdbc;

    public ParkedSteps(GroupName group, JdbcTemplate jdbc) {
        this.group = group;
        this.jdbc = jdbc;
    }

    void park(AnnotatedSaga<?> saga, EventMessage<?> event, boolean starting, Attempts.Failure failure) {
        insert(saga, event, starting, "failed", failure.error(), failure.count());
    }

    void queue(AnnotatedSaga<?> saga, EventMessage<?> event) {
        insert(saga, event, false, "queued", null, 0);
    }

    private void insert(
            AnnotatedSaga<?> saga,
            EventMessage<?> event,
            boolean starting,
            String state,
            @Nullable String error,
            int attempts) {
        jdbc.update(
                sql("""
                    insert into %s.parked_steps
                        (processor, saga_id, position, event_id, starting, associations, state, error, attempts)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """),
                group.text(),
                saga.getSagaIdentifier(),
                Position.of(event),
                event.getIdentifier(),
                starting,
                saga.getAssociationValues().asSet().stream()
                        .map(a -> a.getKey() + "=" + a.getValue())
                        .sorted()
                        .collect(Collectors.joining(", ")),
                state,
                error,
                attempts);
    }

    /** Open steps, oldest first. */
    public List<ParkedStep> open(int most) {
        return jdbc.query(
                sql("select * from %s.parked_steps where processor = ? and state <> 'closed' order by position"
                        + " limit ?"),
                (row, _) -> step(row),
                group.text(),
                most);
    }

    public long count() {
        var count = jdbc.queryForObject(
                sql("select count(*) from %s.parked_steps where processor = ? and state <> 'closed'"),
                Long.class,
                group.text());
        return count == null ? 0 : count;
    }

    /** Sagas whose first open step only queued: what it waited for is gone. */
    List<String> unblocked(int most) {
        return jdbc.query(sql("""
            select saga_id from (
                select distinct on (saga_id) saga_id, state, position from %s.parked_steps
                where processor = ? and state <> 'closed' order by saga_id, position) head
            where state = 'queued' order by position limit ?\
            """), (row, _) -> row.getString(1), group.text(), most);
    }

    /** Locks the first open step of a saga; empty when there is none or somebody else works on it. */
    Optional<ParkedStep> lockFirst(String saga) {
        return jdbc.query(sql("""
            select * from %1$s.parked_steps
            where processor = ? and saga_id = ? and state <> 'closed' and position = (
                select min(position) from %1$s.parked_steps
                where processor = ? and saga_id = ? and state <> 'closed')
            for update skip locked\
            """), (row, _) -> step(row), group.text(), saga, group.text(), saga).stream()
                .findFirst();
    }

    void done(ParkedStep step) {
        jdbc.update(
                sql("delete from %s.parked_steps where processor = ? and saga_id = ? and position = ?"),
                group.text(),
                step.saga(),
                step.position());
    }

    void failedAgain(ParkedStep step, String error) {
        jdbc.update(sql("""
            update %s.parked_steps set state = 'failed', attempts = attempts + 1, error = ?
            where processor = ? and saga_id = ? and position = ? and state <> 'closed'\
            """), error, group.text(), step.saga(), step.position());
    }

    void close(ParkedStep step, String by, String reason) {
        jdbc.update(sql("""
            update %s.parked_steps set state = 'closed', closed_at = clock_timestamp(), closed_by = ?,
                closed_reason = ? where processor = ? and saga_id = ? and position = ?\
            """), by, reason, group.text(), step.saga(), step.position());
    }

    private ParkedStep step(ResultSet row) throws SQLException {
        return new ParkedStep(
                group,
                row.getString("saga_id"),
                row.getLong("position"),
                row.getBoolean("starting"),
                row.getString("associations"),
                row.getString("state").equals("failed"),
                row.getString("error"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant());
    }

    private String sql(String text) {
        return text.formatted(group.schema());
    }
}
