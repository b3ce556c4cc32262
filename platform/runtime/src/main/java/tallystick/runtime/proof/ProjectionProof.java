package tallystick.runtime.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.axonframework.eventhandling.Segment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.runtime.processing.ProcessingGroup.SagaGroup;
import tallystick.runtime.processing.batch.Sequence;
import tallystick.runtime.processing.engine.RunningGroup;
import tallystick.runtime.processing.engine.Subscriptions;
import tallystick.runtime.processing.tokens.Block;
import tallystick.runtime.processing.tokens.Sum;
import tallystick.runtime.processing.tokens.TokenRows;
import tallystick.runtime.processing.tokens.TokenRows.TokenRow;

/**
 * Compares, for one group, what was handled with what is stored, in one snapshot of the database.
 *
 * <p>Handlers: each event belongs to one segment, so the sums are added over the segments; dead letters are added, since
 * they are accounted for, and are reported apart. Sagas: every segment sees every event, so every segment's sum alone must
 * equal the store's. A block that all tokens have passed is compared by sums and, if equal, never again. The blocks in
 * which the tokens stand are compared event by event: an event counts if the token of the segment that owns it is past it.
 *
 * <p>When a release changes what a group subscribes to, the comparison starts anew behind its tokens. A read model should
 * get a new version instead.
 */
public final class ProjectionProof {
    private static final int BLOCKS_A_ROUND = 256;
    private static final int OPEN_BLOCKS = 8;

    private final JdbcTemplate jdbc;
    private final TokenRows tokens;
    private final Subscriptions subscriptions;
    private final TransactionTemplate own;
    private final TransactionTemplate snapshot;

    ProjectionProof(
            JdbcTemplate jdbc, TokenRows tokens, Subscriptions subscriptions, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.subscriptions = subscriptions;
        this.own = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Empty when every event up to the tokens is accounted for. */
    public List<Mismatch> check(RunningGroup group) {
        var sums = new Sums(jdbc, group.name(), group.group() instanceof SagaGroup, subscriptions.of(group));
        own.executeWithoutResult(_ -> sums.subscribe());
        var outcome = Objects.requireNonNull(snapshot.execute(_ -> compare(group, sums)));
        if (outcome.verifiedBelow() > 0) {
            sums.verified(outcome.verifiedBelow());
        }
        return outcome.wrong();
    }

    /** What a snapshot showed, and up to which block it need not be compared again. */
    private record Outcome(List<Mismatch> wrong, long verifiedBelow) {}

    private Outcome compare(RunningGroup group, Sums sums) {
        var rows = tokens.of(group.name());
        if (rows.isEmpty()) {
            return new Outcome(List.of(), 0);
        }
        var lowest = rows.stream().mapToLong(TokenRow::position).min().orElseThrow();
        var open = Block.of(lowest + 1);
        var from = Math.max(sums.verifiedBelow(), firstWhole(rows));
        var to = Math.min(open - 1, from + BLOCKS_A_ROUND - 1);
        var wrong = new ArrayList<Mismatch>();
        var verified = 0L;
        if (from <= to) {
            wrong.addAll(passed(group, rows, sums, from, to));
            verified = wrong.stream().mapToLong(Mismatch::block).min().orElse(to + 1);
        }
        wrong.addAll(open(group, rows, sums, open));
        return new Outcome(wrong, verified);
    }

    /** The first block that can be compared by its sum: each segment started before it, or all at one place. */
    private static long firstWhole(List<TokenRow> rows) {
        var starts = rows.stream().mapToLong(TokenRow::startedAfter).summaryStatistics();
        return Block.of(starts.getMax()) + (starts.getMin() == starts.getMax() ? 0 : 1);
    }

    /** Blocks that every token has left behind. */
    private List<Mismatch> passed(RunningGroup group, List<TokenRow> rows, Sums sums, long from, long to) {
        var stored = sums.stored(from, to, rows.getFirst().startedAfter());
        var expected = new HashMap<Sums.Key, Sum>();
        stored.forEach((block, sum) ->
                keys(group, rows).forEach(segment -> expected.put(new Sums.Key(block, segment), sum)));
        return differences(group, expected, sums.handled(from, to));
    }

    /** Blocks in which tokens stand; those far ahead of the slowest token wait for it. */
    private List<Mismatch> open(RunningGroup group, List<TokenRow> rows, Sums sums, long open) {
        var to = Math.min(
                Block.of(rows.stream().mapToLong(TokenRow::position).max().orElseThrow()), open + OPEN_BLOCKS);
        var expected = new HashMap<Sums.Key, Sum>();
        var owners = owners(group, rows);
        for (var place : sums.places(Block.first(open), Block.first(to + 1) - 1)) {
            for (var owner : owners) {
                if (owner.counts(place)) {
                    expected.merge(
                            new Sums.Key(Block.of(place.position()), owner.key()), Sum.of(place.eventId()), Sum::plus);
                }
            }
        }
        return differences(group, expected, sums.handled(open, to));
    }

    private static List<Integer> keys(RunningGroup group, List<TokenRow> rows) {
        return group.group() instanceof SagaGroup
                ? rows.stream().map(TokenRow::segment).toList()
                : List.of(Sums.Key.ALL);
    }

    private static List<Owner> owners(RunningGroup group, List<TokenRow> rows) {
        var ids = rows.stream().mapToInt(TokenRow::segment).toArray();
        var sagas = group.group() instanceof SagaGroup;
        return rows.stream()
                .map(row -> new Owner(row, Segment.computeSegment(row.segment(), ids.clone()), sagas))
                .toList();
    }

    /** A segment and what it must have handled. */
    private record Owner(TokenRow row, Segment segment, boolean sagas) {
        boolean counts(Sums.Place place) {
            return place.position() > row.startedAfter()
                    && place.position() <= row.position()
                    && (sagas || Sequence.owned(segment, place.id()));
        }

        int key() {
            return sagas ? row.segment() : Sums.Key.ALL;
        }
    }

    private static List<Mismatch> differences(
            RunningGroup group, Map<Sums.Key, Sum> stored, Map<Sums.Key, Sum> handled) {
        var keys = new TreeSet<>(Comparator.comparingLong(Sums.Key::block).thenComparingInt(Sums.Key::segment));
        keys.addAll(stored.keySet());
        keys.addAll(handled.keySet());
        return keys.stream()
                .filter(key -> !stored.getOrDefault(key, Sum.NONE).equals(handled.getOrDefault(key, Sum.NONE)))
                .map(key ->
                        mismatch(group, key, stored.getOrDefault(key, Sum.NONE), handled.getOrDefault(key, Sum.NONE)))
                .toList();
    }

    private static Mismatch mismatch(RunningGroup group, Sums.Key key, Sum stored, Sum handled) {
        return new Mismatch(
                group.name(),
                key.block(),
                key.segment(),
                stored.events(),
                handled.events(),
                Block.first(key.block()),
                Block.first(key.block() + 1) - 1);
    }
}
