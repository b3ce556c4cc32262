package tallystick.audit.rulesets;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.rules.RuleFiles;
import tallystick.rules.RuleSet;

/**
 * Rule sets by the hash of their content. The files of a set are kept for ever once it may decide, so that any decision
 * can be run again; compiled sets are remembered. The shipped set is live.
 */
public final class RuleSets implements AutoCloseable {
    /** The one kind there is so far. */
    public static final String CREDIT = "credit";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Map<String, CompletableFuture<RuleSet>> compiled = new ConcurrentHashMap<>();
    private final String live;

    RuleSets(JdbcClient database, TransactionTemplate transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        var shipped = RuleFiles.fromClassPath("policies/credit");
        this.live = shipped.hash();
        // Takes seconds, so beside the start: the first decision waits for it if it must.
        compiled.put(live, CompletableFuture.supplyAsync(() -> RuleSet.compile(shipped)));
        keep(shipped);
    }

    /** The set that judges new cases. */
    public RuleSet live() {
        return byHash(live).orElseThrow();
    }

    /** A set that has judged or may judge. */
    public Optional<RuleSet> byHash(String hash) {
        return Optional.ofNullable(compiled.get(hash))
                .or(() -> files(hash)
                        .map(files -> compiled.computeIfAbsent(
                                hash, _ -> CompletableFuture.completedFuture(RuleSet.compile(files)))))
                .map(CompletableFuture::join);
    }

    /** A stored set, to look at. */
    public record Stored(String hash, String kind, Instant liveSince) {}

    List<Stored> all() {
        return database.sql("select hash, kind, live_since from audit.rule_sets order by live_since desc, hash")
                .query((row, _) -> new Stored(
                        row.getString("hash"),
                        row.getString("kind"),
                        row.getTimestamp("live_since").toInstant()))
                .list();
    }

    boolean isLive(String hash) {
        return live.equals(hash);
    }

    private Optional<RuleFiles> files(String hash) {
        var files = new java.util.TreeMap<String, String>();
        database.sql("select path, text from audit.rule_files where rule_set = ?")
                .param(hash)
                .query(row -> {
                    files.put(row.getString("path"), row.getString("text"));
                });
        return files.isEmpty() ? Optional.empty() : Optional.of(RuleFiles.of(files));
    }

    private void keep(RuleFiles files) {
        var requiresNew =
                new TransactionTemplate(java.util.Objects.requireNonNull(transaction.getTransactionManager()));
        requiresNew.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
        requiresNew.executeWithoutResult(_ -> {
            database.sql("insert into audit.rule_sets (hash, kind, live_since) values (?, ?, ?) on conflict do nothing")
                    .params(files.hash(), CREDIT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
            files.files()
                    .forEach((path, text) -> database.sql(
                                    "insert into audit.rule_files (rule_set, path, text) values (?, ?, ?) on conflict"
                                            + " do nothing")
                            .params(files.hash(), path, text)
                            .update());
        });
    }

    @Override
    public void close() {
        compiled.values().forEach(set -> set.join().close());
    }
}
