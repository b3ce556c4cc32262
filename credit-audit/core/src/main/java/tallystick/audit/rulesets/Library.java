package tallystick.audit.rulesets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.rules.Languages;
import tallystick.rules.RuleFiles;
import tallystick.rules.RuleKind;
import tallystick.rules.RuleSet;
import tallystick.rules.RuleSetInvalid;

/**
 * The files of every rule set by the hash of their content, kept for ever, so that any decision can be run again; and the
 * last used of them compiled.
 */
final class Library {
    /** Compiled sets that are remembered: live ones, challengers, shadows, and some for replays. */
    private static final int MOST_COMPILED = 12;

    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final Languages languages;

    private final Map<String, CompletableFuture<RuleSet>> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<RuleSet>> eldest) {
            return size() > MOST_COMPILED;
        }
    };

    Library(JdbcClient database, TransactionTemplate transaction, Languages languages) {
        this.languages = languages;
        this.database = database;
        this.apart = new TransactionTemplate(java.util.Objects.requireNonNull(transaction.getTransactionManager()));
        this.apart.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
    }

    /** What an operator allows rules to be written in. */
    Languages languages() {
        return languages;
    }

    /** Keeps the files under their hash, which it gives back; those of one hash are the same. */
    String keep(RuleKind kind, RuleFiles files) {
        apart.executeWithoutResult(_ -> {
            database.sql("insert into audit.rule_sets (hash, kind) values (?, ?) on conflict do nothing")
                    .params(files.hash(), kind.text())
                    .update();
            files.files()
                    .forEach((path, text) -> database.sql(
                                    "insert into audit.rule_files (rule_set, path, text) values (?, ?, ?) on conflict"
                                            + " do nothing")
                            .params(files.hash(), path, text)
                            .update());
        });
        return files.hash();
    }

    /** What a set is about; empty when nobody ever kept it. */
    Optional<RuleKind> kind(String hash) {
        return database.sql("select kind from audit.rule_sets where hash = ?")
                .param(hash)
                .query(String.class)
                .optional()
                .flatMap(RuleKind::of);
    }

    Optional<RuleFiles> files(String hash) {
        var files = new TreeMap<String, String>();
        database.sql("select path, text from audit.rule_files where rule_set = ?")
                .param(hash)
                .query(row -> {
                    files.put(row.getString("path"), row.getString("text"));
                });
        return files.isEmpty() ? Optional.empty() : Optional.of(RuleFiles.of(files));
    }

    /** Compiles on the thread that asks first; others wait for it. */
    Optional<RuleSet> compiled(String hash) {
        var mine = new CompletableFuture<RuleSet>();
        CompletableFuture<RuleSet> first;
        synchronized (compiled) {
            first = compiled.putIfAbsent(hash, mine);
        }
        if (first != null) {
            return Optional.of(join(first));
        }
        try {
            var files = files(hash);
            if (files.isEmpty()) {
                forget(hash);
                mine.completeExceptionally(
                        new IllegalStateException("Expected rule set %s; found none.".formatted(hash)));
                return Optional.empty();
            }
            mine.complete(RuleSet.compile(files.get(), kind(hash).orElse(RuleKind.CREDIT), languages));
            return Optional.of(mine.join());
        } catch (RuntimeException failure) {
            forget(hash);
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    private void forget(String hash) {
        synchronized (compiled) {
            compiled.remove(hash);
        }
    }

    private static RuleSet join(CompletableFuture<RuleSet> set) {
        try {
            return set.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuleSetInvalid invalid ? invalid : failure;
        }
    }
}
