package tallystick.rules;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import tallystick.rules.drools.Compiled;
import tallystick.rules.guarded.GuardedRule;
import tallystick.rules.guarded.GuardedRules;
import tallystick.rules.guarded.RunStopped;

/**
 * A compiled rule set, named by the hash of its content. Any number of threads may evaluate with it. Compile it off the
 * request thread: it takes seconds the first time.
 */
public final class RuleSet implements AutoCloseable {
    /** More rows than any table set has: a run that fires more is broken and stops. */
    private static final int MOST_FIRED = 10_000;

    static final Seen UNSEEN = _ -> {};

    private final String hash;
    private final Dictionary dictionary;
    private final List<Table> tables;
    private final List<Remark> remarks;
    private final ScoreCard card;
    private final Explaining explaining;
    private final Set<String> priceFacts;
    private final Compiled rules;
    private final @Nullable GuardedRules guarded;

    private RuleSet(String hash, Reading read) {
        this.hash = hash;
        this.dictionary = read.dictionary();
        this.tables = List.copyOf(read.tables());
        this.remarks = read.remarks();
        this.card = ScoreCard.of(tables);
        this.explaining = new Explaining(tables);
        this.priceFacts = tables.stream()
                .filter(table -> table.stage().isBeforePrice())
                .flatMap(Table::facts)
                .collect(Collectors.toUnmodifiableSet());
        this.rules = new Compiling(tables).run(hash);
        this.guarded = read.guarded().isEmpty() ? null : GuardedRules.compile(hash, read.guarded());
    }

    public static RuleSet compile(RuleFiles files) {
        return compile(files, Languages.TABLES);
    }

    public static RuleSet compile(RuleFiles files, Languages languages) {
        return compile(files, RuleKind.CREDIT, languages);
    }

    /** @throws RuleSetInvalid with every mistake, each with file, line, column and remedy */
    public static RuleSet compile(RuleFiles files, RuleKind kind, Languages languages) {
        return new RuleSet(files.hash(), Reading.of(files, kind, languages));
    }

    public String hash() {
        return hash;
    }

    /** What its author may want to think about. */
    public List<Remark> remarks() {
        return remarks;
    }

    public Evaluation evaluate(FactSheet facts) {
        return pricedBy(null, facts, FollowingPrice.NOTHING, UNSEEN);
    }

    /** @param pricing gives the price instead; null leaves it to this set */
    Evaluation pricedBy(@Nullable RuleSet pricing, FactSheet facts, FollowingPrice following, Seen seen) {
        return run(facts.readBy(dictionary), pricing, seen, one -> one.run(following));
    }

    /** A row of a table, or a guarded rule, by where it begins. */
    public record Row(String file, int line) {}

    /** Is told of every row that counts, in all stages. */
    public interface Seen {
        void row(Row row);
    }

    /** Everything that may count. */
    public List<Row> rows() {
        return Stream.concat(
                        tables.stream().flatMap(Table::rows),
                        guarded().stream().map(rule -> new Row(rule.file(), rule.line())))
                .toList();
    }

    /** As a saved case tries it: at the price that stands among its facts, since another set gives it. */
    Evaluation tried(FactSheet facts, Seen seen) {
        var rate = facts.givenTo(dictionary).number("rate");
        return run(facts.readBy(dictionary), null, seen, one -> one.at(rate));
    }

    /** Of a pricing set: the price of a case whose grade stands among the facts. */
    Evaluation priced(FactSheet facts, Seen seen) {
        return run(facts.givenTo(dictionary), null, seen, Evaluating::priced);
    }

    /** Of a routing set: the programmes that are no place for a case; what was decided of it stands among the facts. */
    public List<Skipped> skipped(FactSheet facts) {
        return skipped(facts, UNSEEN);
    }

    public List<Skipped> skipped(FactSheet facts, Seen seen) {
        return run(facts.givenTo(dictionary), null, seen, Evaluating::skipped);
    }

    private <T> T run(FactSheet facts, @Nullable RuleSet pricing, Seen seen, Function<Evaluating, T> what) {
        try (var asked = new Together(new Asking(this, seen), pricing == null ? null : new Asking(pricing, seen))) {
            return what.apply(new Evaluating(card, explaining, asked, sheet -> guarded(sheet, seen), facts));
        }
    }

    /** Both sets that may be asked about one case. */
    private record Together(Asking own, @Nullable Asking prices) implements Evaluating.Rules, AutoCloseable {
        @Override
        public List<Inquiry.Found> ask(Stage stage, FactSheet facts) {
            return prices != null && stage.isOfPrice()
                    ? prices.ask(stage, facts.under(prices.set.dictionary))
                    : own.ask(stage, facts);
        }

        @Override
        public boolean priceBy(Set<String> facts) {
            return !Collections.disjoint(own.set.priceFacts, facts)
                    || (prices != null && !Collections.disjoint(prices.set.priceFacts, facts));
        }

        @Override
        public void close() {
            own.close();
            if (prices != null) {
                prices.close();
            }
        }
    }

    /** One set asked about one case; opened when it is first asked. */
    private static final class Asking implements AutoCloseable {
        private final RuleSet set;
        private final Seen seen;
        private @Nullable KieSession session;

        Asking(RuleSet set, Seen seen) {
            this.set = set;
            this.seen = seen;
        }

        List<Inquiry.Found> ask(Stage stage, FactSheet facts) {
            var asked = session == null ? set.rules.session() : session;
            session = asked;
            var inquiry = new Inquiry(set.tables, stage, facts);
            asked.insert(inquiry);
            asked.fireAllRules(MOST_FIRED);
            var found = inquiry.counted();
            found.forEach(row -> seen.row(row.place()));
            return found;
        }

        @Override
        public void close() {
            if (session != null) {
                session.dispose();
            }
        }
    }

    private List<RuleFinding> guarded(FactSheet sheet, Seen seen) {
        if (guarded == null) {
            return List.of();
        }
        try {
            return guarded.run(sheet).stream()
                    .map(said -> {
                        var rule = guarded.rule(said.rule());
                        seen.row(new Row(rule.file(), rule.line()));
                        return Explaining.guarded(said, rule, sheet);
                    })
                    .toList();
        } catch (RunStopped _) {
            return List.of(Explaining.stopped(guarded.rule(0)));
        }
    }

    List<GuardedRule> guarded() {
        return guarded == null ? List.of() : guarded.rules();
    }

    List<Table> tables() {
        return tables;
    }

    @Override
    public void close() {
        rules.close();
        if (guarded != null) {
            guarded.close();
        }
    }
}
