package tallystick.runtime.processing.rebuild;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.letters.Letters;
import tallystick.runtime.processing.tokens.Position;
import tallystick.runtime.processing.tokens.TokenRows;
import tallystick.runtime.processing.tokens.TokenRows.TokenRow;

/**
 * Says which version of a read model answers. The tables of version 2 of {@code loan.balances} are named {@code
 * loan.<table>_v2}; who asks reads the view {@code loan.<table>}, which shows the live version.
 *
 * <p>A rebuild is: declare the group {@code loan.balances.v2} with its own tables, list it as new with start {@code tail},
 * let it catch up while version 1 answers, then {@link #switchTo}. Readers see the old version or the new one, never both
 * or none: the views change in one transaction. Afterwards drop the old group's declaration, {@link #forget} it, and drop
 * its tables.
 */
public final class ReadModelVersions {
    private static final long PAUSE_NANOS = 50_000_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final TokenRows tokens;
    private final EventStore store;

    public ReadModelVersions(JdbcTemplate jdbc, TransactionTemplate transactions, TokenRows tokens, EventStore store) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.tokens = tokens;
        this.store = store;
    }

    /** The live version; empty before the first switch. */
    public OptionalInt live(GroupName group) {
        return jdbc
                .queryForList(
                        "select live from %s.read_model_versions where model = ?".formatted(group.schema()),
                        Integer.class,
                        group.model())
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /**
     * Lets the group's version answer from now on, once it has taken what is stored at this moment.
     *
     * @param within how long to wait for that; tokens of idle segments follow within some seconds
     * @param tables the names of its views, without schema and version
     * @throws IllegalStateException when it has not caught up, or has events put aside
     */
    public void switchTo(GroupName group, Duration within, String... tables) {
        requireCaughtUp(group, within);
        transactions.executeWithoutResult(_ -> {
            for (var table : tables) {
                show(group, table);
            }
            jdbc.update("""
                insert into %s.read_model_versions (model, live) values (?, ?)
                on conflict (model) do update set live = excluded.live, switched_at = clock_timestamp()\
                """.formatted(group.schema()), group.model(), group.version());
        });
    }

    /** Dropped and made in one transaction, since the new version's columns may differ. */
    private void show(GroupName group, String table) {
        if (!table.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "Expected a table name of lower case letters, digits and _, found '%s'.".formatted(table));
        }
        var view = group.schema() + "." + table;
        jdbc.execute("drop view if exists " + view);
        jdbc.execute("create view %s as select * from %s_v%d".formatted(view, view, group.version()));
    }

    private void requireCaughtUp(GroupName group, Duration within) {
        var head = Position.of(store.createHeadToken());
        var until = System.nanoTime() + within.toNanos();
        while (slowest(group) < head && System.nanoTime() < until) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        var letters = new Letters(jdbc).count(group);
        if (slowest(group) < head || letters > 0) {
            throw new IllegalStateException(
                    "Expected '%s' to be at position %d without dead letters before it answers; found position %d and %d letters. Wait, or mend the letters."
                            .formatted(group, head, slowest(group), letters));
        }
    }

    private long slowest(GroupName group) {
        return tokens.of(group).stream().mapToLong(TokenRow::position).min().orElse(-1);
    }

    /** Removes what the machine knows of a version that nobody declares any more. */
    public void forget(GroupName group) {
        if (live(group).equals(OptionalInt.of(group.version()))) {
            throw new IllegalStateException("Expected a version that does not answer; '%s' does.".formatted(group));
        }
        if (tokens.of(group).stream().anyMatch(t -> t.owner() != null)) {
            throw new IllegalStateException(
                    "Expected '%s' to be declared nowhere; a node works on it.".formatted(group));
        }
        transactions.executeWithoutResult(_ -> {
            for (var table : new String[] {"tokens", "dead_letters", "proof", "proof_verified"}) {
                jdbc.update("delete from %s.%s where processor = ?".formatted(group.schema(), table), group.text());
            }
        });
    }
}
