package tallystick.runtime.processing.tokens;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.runtime.processing.GroupName;

/** The token rows themselves, for those who watch or make them. */
public final class TokenRows {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    public TokenRows(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** One segment's progress. */
    public record TokenRow(
            int segment,
            long position,
            long startedAfter,
            @Nullable String owner) {}

    public List<TokenRow> of(GroupName group) {
        return jdbc.query(
                "select segment, position, started_after, owner from %s.tokens where processor = ? order by segment"
                        .formatted(group.schema()),
                (row, _) -> new TokenRow(row.getInt(1), row.getLong(2), row.getLong(3), row.getString(4)),
                group.text());
    }

    /** Makes the tokens of a group that has none; when two nodes try at once, one set is made. */
    public void make(GroupName group, int segments, long position) {
        transactions.executeWithoutResult(_ -> {
            jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> {}, "tokens " + group);
            if (of(group).isEmpty()) {
                jdbc.update("""
                    insert into %s.tokens (processor, segment, position, started_after)
                    select ?, segment, ?, ? from generate_series(0, ? - 1) segment\
                    """.formatted(group.schema()), group.text(), position, position, segments);
            }
        });
    }
}
