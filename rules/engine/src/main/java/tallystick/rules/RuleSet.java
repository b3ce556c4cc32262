package tallystick.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/**
 * A compiled rule set, named by the hash of its content. Any number of threads may evaluate with it. Compile it off the
 * request thread: it takes seconds the first time.
 */
public final class RuleSet implements AutoCloseable {
    /** More rows than any table set has: a run that fires more is broken and stops. */
    private static final int MOST_FIRED = 10_000;

    private final String hash;
    private final Dictionary dictionary;
    private final List<Table> tables;
    private final List<Remark> remarks;
    private final ScoreCard card;
    private final Explaining explaining;
    private final KieContainer container;
    private final KieBase rules;

    private RuleSet(String hash, Dictionary dictionary, List<Table> tables, List<Remark> remarks) {
        this.hash = hash;
        this.dictionary = dictionary;
        this.tables = tables;
        this.remarks = remarks;
        this.card = ScoreCard.of(tables);
        this.explaining = new Explaining(tables);
        var compiling = new Compiling(tables, hash);
        this.container = compiling.run();
        this.rules = container.getKieBase();
        // Nobody else finds it there, and what is forgotten shall leave memory.
        KieServices.get().getRepository().removeKieModule(compiling.id());
    }

    /** @throws RuleSetInvalid with every mistake, each with file, line, column and remedy */
    public static RuleSet compile(RuleFiles files) {
        var complaints = new Complaints();
        var dictionary = Dictionary.of(files, complaints);
        var tables = new ArrayList<Table>();
        files.files().forEach((path, text) -> {
            if (!path.endsWith(".csv")) {
                complaints.add(
                        path,
                        1,
                        1,
                        "drl-off",
                        "Rule files of this kind can run anything and are switched off.",
                        "Write a table instead.");
            } else if (!path.equals(Dictionary.FILE) && !SavedCases.isAt(path)) {
                new TableReader(path, dictionary, complaints).read(text).ifPresent(tables::add);
            }
        });
        Lint.check(tables, complaints);
        complaints.throwErrors();
        return new RuleSet(files.hash(), dictionary, List.copyOf(tables), complaints.remarks());
    }

    public String hash() {
        return hash;
    }

    /** What its author may want to think about. */
    public List<Remark> remarks() {
        return remarks;
    }

    public Evaluation evaluate(FactSheet facts) {
        return evaluate(facts, _ -> {});
    }

    /** The yearly rate alone, for facts that depend on it; null when nothing is offered. */
    public @Nullable BigDecimal price(FactSheet facts) {
        return run(facts, _ -> {}, Evaluating::price);
    }

    /** @param seen is told every row that counts, in all stages */
    Evaluation evaluate(FactSheet facts, Consumer<Inquiry.Found> seen) {
        return Objects.requireNonNull(run(facts, seen, Evaluating::run));
    }

    private <T> @Nullable T run(FactSheet facts, Consumer<Inquiry.Found> seen, Function<Evaluating, @Nullable T> what) {
        var session = rules.newKieSession();
        try {
            Evaluating.Rules asked = (stage, sheet) -> {
                var found = ask(session, stage, sheet);
                found.forEach(seen);
                return found;
            };
            return what.apply(new Evaluating(card, explaining, asked, facts.readBy(dictionary)));
        } finally {
            session.dispose();
        }
    }

    private List<Inquiry.Found> ask(KieSession session, Stage stage, FactSheet facts) {
        var inquiry = new Inquiry(tables, stage, facts);
        session.insert(inquiry);
        session.fireAllRules(MOST_FIRED);
        return inquiry.counted();
    }

    List<Table> tables() {
        return tables;
    }

    @Override
    public void close() {
        container.dispose();
    }
}
