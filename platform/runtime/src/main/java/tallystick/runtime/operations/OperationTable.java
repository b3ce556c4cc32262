package tallystick.runtime.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.web.lists.Keyset;

/**
 * Operations as rows. A run owns its row by node and attempt; each write of a run names both, so a run that lost its
 * lease cannot write any more. Leases are judged by the database's clock, which all nodes share.
 */
final class OperationTable {
    private static final String ROW =
            "id, type, owner, input, state, done, total, reached, queued_at, started_at, finished_at, result, problem,"
                    + " attempt";

    private final JdbcClient database;

    OperationTable(JdbcClient database) {
        this.database = database;
    }

    /** Adds it unless it is there already: ids are derived from the request, so a repeat adds nothing. */
    void add(String id, String type, String owner, String input, Instant now) {
        database.sql("""
            insert into runtime.operations (id, type, owner, input, state, queued_at)
            values (:id, :type, :owner, :input, 'QUEUED', :now) on conflict (id) do nothing
            """)
                .param("id", id)
                .param("type", type)
                .param("owner", owner)
                .param("input", input)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Operation> find(String id) {
        return database.sql("select " + ROW + " from runtime.operations where id = ?")
                .param(id)
                .query(OperationTable::row)
                .optional();
    }

    /** The newest first. */
    List<Operation> list(Keyset page, @Nullable String owner, @Nullable String state, @Nullable String type) {
        return database.sql("select " + ROW
                        + " from runtime.operations where (cast(:owner as text) is null or owner = :owner)"
                        + " and (cast(:state as text) is null or state = :state)"
                        + " and (cast(:type as text) is null or type = :type) and " + page.where() + page.order())
                .param("owner", owner)
                .param("state", state)
                .param("type", type)
                .params(page.params())
                .query(OperationTable::row)
                .list();
    }

    /** Takes the oldest work that waits, or whose node has gone silent. */
    Optional<Operation> take(String node, Collection<String> types, Duration lease, Instant now) {
        return database.sql("""
            update runtime.operations set state = 'RUNNING', node = :node, attempt = attempt + 1,
                   leased_until = clock_timestamp() + :lease * interval '1 millisecond',
                   started_at = coalesce(started_at, :now)
            where id = (select id from runtime.operations
                        where state in ('QUEUED', 'RUNNING') and type in (:types)
                          and (leased_until is null or leased_until < clock_timestamp())
                        order by queued_at limit 1 for update skip locked)
            returning %s
            """.formatted(ROW))
                .param("node", node)
                .param("types", types)
                .param("lease", lease.toMillis())
                .param("now", Timestamp.from(now))
                .query(OperationTable::row)
                .optional();
    }

    /** Notes progress; says whether the run shall go on: empty when the row is not its own any more. */
    Optional<Boolean> report(Operation run, String node, long done, long total, String reached) {
        return database.sql("""
            update runtime.operations set done = :done, total = :total, reached = :reached
            where id = :id and node = :node and attempt = :attempt and state = 'RUNNING'
            returning cancelling
            """)
                .param("done", done)
                .param("total", total)
                .param("reached", reached)
                .param("id", run.id())
                .param("node", node)
                .param("attempt", run.attempt())
                .query(Boolean.class)
                .optional();
    }

    void renew(Operation run, String node, Duration lease) {
        database.sql("""
            update runtime.operations
            set leased_until = clock_timestamp() + :lease * interval '1 millisecond'
            where id = :id and node = :node and attempt = :attempt and state = 'RUNNING'
            """)
                .param("lease", lease.toMillis())
                .param("id", run.id())
                .param("node", node)
                .param("attempt", run.attempt())
                .update();
    }

    void end(
            Operation run,
            String node,
            Operation.State state,
            @Nullable String result,
            @Nullable String problem,
            Instant now) {
        database.sql("""
            update runtime.operations set state = :state, result = :result, problem = :problem,
                   finished_at = :now, leased_until = null,
                   done = case when :state = 'SUCCEEDED' then greatest(done, total) else done end
            where id = :id and node = :node and attempt = :attempt and state = 'RUNNING'
            """)
                .param("state", state.name())
                .param("result", result)
                .param("problem", problem)
                .param("now", Timestamp.from(now))
                .param("id", run.id())
                .param("node", node)
                .param("attempt", run.attempt())
                .update();
    }

    /** Gives work back, so that any node takes it at once. */
    void giveBack(Operation run, String node) {
        database.sql("""
            update runtime.operations set leased_until = null, node = null
            where id = ? and node = ? and attempt = ? and state = 'RUNNING'
            """).params(run.id(), node, run.attempt()).update();
    }

    /** Ends work that waits, and asks work that runs to end; says whether there was anything to cancel. */
    boolean cancel(String id, Instant now) {
        return database.sql("""
            update runtime.operations set cancelling = true,
                   state = case when state = 'QUEUED' then 'CANCELLED' else state end,
                   finished_at = case when state = 'QUEUED' then :now else finished_at end
            where id = :id and state in ('QUEUED', 'RUNNING')
            """)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Operation row(ResultSet row, int number) throws SQLException {
        return new Operation(
                row.getString("id"),
                row.getString("type"),
                row.getString("owner"),
                row.getString("input"),
                Operation.State.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("reached"),
                row.getTimestamp("queued_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("result"),
                row.getString("problem"),
                row.getInt("attempt"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
