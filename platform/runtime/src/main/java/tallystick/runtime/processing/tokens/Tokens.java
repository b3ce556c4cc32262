package tallystick.runtime.processing.tokens;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.NodeName;
import tallystick.runtime.processing.tokens.TokenWatch.Settled;

/**
 * Tokens in the context's own schema, so that a token and what it led to share one transaction.
 *
 * <p>A claim is the owner's name and the database's time. Storing a position requires the claim and locks the row until
 * commit: a node that lost its claim while it worked cannot commit its batch, and one that is about to commit cannot lose
 * it. Tokens are made by the start-up check only, never on the way.
 *
 * <p>Nobody waits for the disk: what a batch wrote can be made again from the events, and goes together with its token. A
 * crash of the database may take the latest batches back; they are handled again, as after any other crash. A node that
 * outlives such a crash would go on behind what was taken back: so a position is stored only onto the one that this node
 * stored or found before, and a claim is extended only while that one is still there. Otherwise the claim is lost, and the
 * segment begins where the database says. And the former position lies before everything looked at since: whatever two
 * workers of one node might do to each other, nothing is handled, put aside or accounted for again.
 */
public final class Tokens implements TokenStore {
    private static final String ADVANCE = """
        update %s set position = ?, claimed_at = clock_timestamp()
        where processor = ? and segment = ? and owner = ? and position = ? and position < ?
          and set_config('synchronous_commit', 'off', true) = 'off'\
        """;

    private final JdbcTemplate jdbc;
    private final String owner;
    private final double timeoutSeconds;
    private final Map<String, TokenWatch> watches = new ConcurrentHashMap<>();
    private final Map<String, Long> latest = new ConcurrentHashMap<>();
    private final Map<String, Storing> storing = new ConcurrentHashMap<>();

    /** The statements with which a group's batches end, made once: each batch runs one of them. */
    private record Storing(String position, String positionAndSums) {
        static Storing of(String processor) {
            var schema = new GroupName(processor).schema();
            var advance = ADVANCE.formatted(schema + ".tokens");
            return new Storing(
                    advance,
                    "with mine as (" + advance + " returning processor, segment) "
                            + HandledSums.ADD.formatted(schema, "mine"));
        }
    }

    public Tokens(JdbcTemplate jdbc, NodeName owner, Duration claimTimeout) {
        this.jdbc = jdbc;
        this.owner = owner.text();
        this.timeoutSeconds = claimTimeout.toMillis() / 1000.0;
    }

    /** Tells somebody what becomes of a group's tokens here. */
    public void watch(GroupName group, TokenWatch watch) {
        watches.put(group.text(), watch);
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        var position = Position.of(token);
        var watch = watches.get(processor);
        var settled = watch == null ? Settled.NOTHING : watch.storing(segment, position);
        var changed = settled.handled().isEmpty()
                ? jdbc.update(
                        storing(processor).position(),
                        position,
                        processor,
                        segment,
                        owner,
                        latest(processor, segment),
                        settled.first())
                : advance(position, processor, segment, settled);
        requireClaim(changed, processor, segment);
        onceCommitted(() -> latest.put(key(processor, segment), position));
    }

    /**
     * Before the commit others still see the former position: who renews the claim meanwhile must not miss the new one. And
     * a batch that is taken back leaves the former one to go on from.
     */
    private static void onceCommitted(Runnable what) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            what.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                what.run();
            }
        });
    }

    /** One statement for the position and the sums of what was handled; the token's row is locked first. */
    private int advance(long position, String processor, int segment, Settled settled) {
        var sums = HandledSums.of(settled.handled());
        return jdbc.update(
                storing(processor).positionAndSums(),
                position,
                processor,
                segment,
                owner,
                latest(processor, segment),
                settled.first(),
                sums.blocks(),
                sums.events(),
                sums.hashes());
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        var position = jdbc.query(
                """
                update %s set owner = ?, claimed_at = clock_timestamp()
                where processor = ? and segment = ?
                  and (owner is null or owner = ? or claimed_at < clock_timestamp() - make_interval(secs => ?))
                returning position\
                """.formatted(table(processor)),
                (row, _) -> row.getLong(1),
                owner,
                processor,
                segment,
                owner,
                timeoutSeconds);
        requireClaim(position.size(), processor, segment);
        latest.put(key(processor, segment), position.getFirst());
        var watch = watches.get(processor);
        if (watch != null) {
            watch.claimed(segment);
        }
        return Position.token(position.getFirst());
    }

    @Override
    public void extendClaim(String processor, int segment) {
        var changed = jdbc.update(
                "update %s set claimed_at = clock_timestamp() where processor = ? and segment = ? and owner = ? and position >= ?"
                        .formatted(table(processor)),
                processor,
                segment,
                owner,
                latest(processor, segment));
        requireClaim(changed, processor, segment);
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        jdbc.update(
                "update %s set owner = null, claimed_at = null where processor = ? and segment = ? and owner = ?"
                        .formatted(table(processor)),
                processor,
                segment,
                owner);
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken token) {
        throw new UnableToInitializeTokenException(
                "Expected the tokens of '%s' to be there before it starts; somebody has removed them. Stop the node and list"
                                .formatted(processor)
                        + " the group under tallystick.processing.new-groups with its start.");
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        var position = Position.of(token);
        jdbc.update("""
            insert into %1$s (processor, segment, position, started_after)
            select ?, ?, ?, coalesce(min(started_after), ?) from %1$s where processor = ?\
            """.formatted(table(processor)), processor, segment, position, position, processor);
    }

    @Override
    public void deleteToken(String processor, int segment) {
        var changed = jdbc.update(
                "delete from %s where processor = ? and segment = ? and owner = ?".formatted(table(processor)),
                processor,
                segment,
                owner);
        requireClaim(changed, processor, segment);
    }

    @Override
    public int[] fetchSegments(String processor) {
        return segments("select segment from %s where processor = ? order by segment", processor);
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        var all = fetchSegments(processor);
        var available = segments("""
            select segment from %s where processor = ?
              and (owner is null or owner = ? or claimed_at < clock_timestamp() - make_interval(secs => ?))
            order by segment\
            """, processor, owner, timeoutSeconds);
        return Arrays.stream(available)
                .mapToObj(segment -> Segment.computeSegment(segment, all.clone()))
                .toList();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return Optional.of("tallystick");
    }

    private int[] segments(String sql, String processor, Object... more) {
        var arguments = new Object[more.length + 1];
        arguments[0] = processor;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return jdbc.query(sql.formatted(table(processor)), (row, _) -> row.getInt(1), arguments).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** What this node last stored or found; nothing while it holds no claim. */
    private long latest(String processor, int segment) {
        return latest.getOrDefault(key(processor, segment), -1L);
    }

    private static String key(String processor, int segment) {
        return processor + "#" + segment;
    }

    private void requireClaim(int rows, String processor, int segment) {
        if (rows == 0) {
            throw new UnableToClaimTokenException(
                    "Expected %s to hold segment %d of '%s' where it left it; another node holds it, the database took its latest position back, or it does not exist."
                            .formatted(owner, segment, processor));
        }
    }

    private Storing storing(String processor) {
        return storing.computeIfAbsent(processor, Storing::of);
    }

    private static String table(String processor) {
        return new GroupName(processor).schema() + ".tokens";
    }
}
