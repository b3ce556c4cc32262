package tallystick.rules.guarded;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.type.ClassReactive;

/**
 * One case as a guarded rule sees it: it asks for facts on its left, and says something on its right. Nothing else can be
 * called. Each call counts against the bounds of the run.
 */
@ClassReactive
public final class Case {
    /** What a rule found out is a fact for other rules; its name begins like this. */
    static final String CONCLUDED = "concluded.";

    private final GuardedFacts facts;
    private final Bounds bounds;
    private final Map<String, String> concluded = new HashMap<>();
    private final SequencedMap<Said, Said> said = new LinkedHashMap<>();
    private boolean changed;

    Case(GuardedFacts facts, Bounds bounds) {
        this.facts = facts;
        this.bounds = bounds;
    }

    public boolean known(String fact) {
        return word(fact).text() != null;
    }

    public boolean missing(String fact) {
        return !known(fact);
    }

    public CaseWord word(String fact) {
        bounds.call();
        return new CaseWord(fact.startsWith(CONCLUDED) ? concluded.get(fact) : facts.text(fact));
    }

    /** A fact, or a number as it stands. */
    public CaseNumber number(String fact) {
        bounds.call();
        return fact.startsWith(CONCLUDED)
                ? CaseNumber.read(this, concluded.get(fact))
                : CaseNumber.isNumber(fact) ? CaseNumber.read(this, fact) : new CaseNumber(this, facts.number(fact));
    }

    public void decline(int rule, String code, int rank, String text) {
        say(new Said(rule, Said.Weight.KNOCK_OUT, code, rank, text));
    }

    public void refer(int rule, String code, int rank, String text) {
        say(new Said(rule, Said.Weight.REFER, code, rank, text));
    }

    public void note(int rule, String code, int rank, String text) {
        say(new Said(rule, Said.Weight.INFO, code, rank, text));
    }

    private void say(Said words) {
        bounds.call();
        said.put(words, words);
        bounds.said(said.size());
    }

    public void conclude(int rule, String fact, CaseNumber number) {
        var value = number.value();
        if (value != null) {
            conclude(rule, fact, bounds.fitting(value).toPlainString());
        }
    }

    /** The same again changes nothing, so that rules come to rest. */
    public void conclude(int rule, String fact, String word) {
        bounds.call();
        if (!word.equals(concluded.put(fact, word))) {
            changed = true;
            bounds.concluded(concluded.size());
        }
    }

    /** Whether something was concluded since this was asked last. */
    boolean hasChanged() {
        var was = changed;
        changed = false;
        return was;
    }

    Collection<Said> said() {
        return Collections.unmodifiableCollection(said.values());
    }

    @Nullable
    String concluded(String fact) {
        return concluded.get(fact);
    }
}
