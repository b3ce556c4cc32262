package tallystick.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieContainer;

/**
 * A compiled rule set, named by the hash of its content. Any number of threads may evaluate with it. Compile it off the
 * request thread: it takes seconds the first time.
 */
public final class RuleSet implements AutoCloseable {
    /** More rows than any table set has: a run that fires more is broken and stops. */
    private static final int MOST_FIRED = 10_000;

    private final String hash;
    private final List<Table> tables;
    private final Compiling compiling;
    private final KieContainer container;
    private final KieBase rules;

    private RuleSet(String hash, List<Table> tables) {
        this.hash = hash;
        this.tables = tables;
        this.compiling = new Compiling(tables, hash);
        this.container = compiling.run();
        this.rules = container.getKieBase();
    }

    /** @throws RuleSetInvalid with every mistake, each with file, line, column and remedy */
    public static RuleSet compile(RuleFiles files) {
        var complaints = new Complaints();
        var dictionary = Dictionary.of(files, complaints);
        var tables = new ArrayList<Table>();
        files.files().forEach((path, text) -> {
            if (path.endsWith(".drl")) {
                complaints.add(
                        path,
                        1,
                        1,
                        "drl-off",
                        "Rule files of this kind can run anything and are switched off.",
                        "Write a table instead.");
            } else if (path.endsWith(".csv") && !path.equals(Dictionary.FILE)) {
                new TableReader(path, dictionary, complaints).read(text).ifPresent(tables::add);
            }
        });
        Lint.check(tables, complaints);
        complaints.throwAny();
        return new RuleSet(files.hash(), tables);
    }

    public String hash() {
        return hash;
    }

    public Evaluation evaluate(FactSheet facts) {
        return new Evaluating(this, facts).run();
    }

    List<Table> tables() {
        return tables;
    }

    /** The rows of a stage that hold. */
    List<Hits.Hit> hits(Stage stage, FactSheet facts) {
        var session = rules.newKieSession();
        try {
            var hits = new Hits();
            session.insert(facts);
            session.insert(hits);
            session.getAgenda().getAgendaGroup(stage.text()).setFocus();
            session.fireAllRules(MOST_FIRED);
            return hits.inOrder();
        } finally {
            session.dispose();
        }
    }

    /** The first row of a stage that holds, over its tables. */
    Optional<Table.Line> first(Stage stage, FactSheet facts) {
        return hits(stage, facts).stream()
                .findFirst()
                .map(hit -> tables.get(hit.table()).line(hit.line()));
    }

    @Override
    public void close() {
        container.dispose();
        KieServices.get().getRepository().removeKieModule(compiling.id());
    }
}
