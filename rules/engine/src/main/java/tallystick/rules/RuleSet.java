package tallystick.rules;

import java.util.ArrayList;
import java.util.List;
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
    private final Compiling compiling;
    private final KieContainer container;
    private final KieBase rules;

    private RuleSet(String hash, Dictionary dictionary, List<Table> tables) {
        this.hash = hash;
        this.dictionary = dictionary;
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
        return new RuleSet(files.hash(), dictionary, List.copyOf(tables));
    }

    public String hash() {
        return hash;
    }

    public Evaluation evaluate(FactSheet facts) {
        var session = rules.newKieSession();
        try {
            return new Evaluating(tables, (stage, sheet) -> ask(session, stage, sheet), facts.readBy(dictionary)).run();
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

    @Override
    public void close() {
        container.dispose();
        KieServices.get().getRepository().removeKieModule(compiling.id());
    }
}
