package tallystick.rules;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known at decision time, by name. A fact that is not in it is missing, and missing is no value: it satisfies no
 * comparison.
 */
public final class FactSheet {
    static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    private static final Value MISSING = new Value(null, null);

    private final Map<String, String> facts;
    private final @Nullable Dictionary dictionary;
    private final Map<String, Value> read;
    private final Map<String, Value> derived;

    /** A fact as text, and as a number if it is one. */
    private record Value(@Nullable String text, @Nullable BigDecimal number) {}

    private FactSheet(
            Map<String, String> facts,
            @Nullable Dictionary dictionary,
            Map<String, Value> read,
            Map<String, Value> derived) {
        this.facts = facts;
        this.dictionary = dictionary;
        this.read = read;
        this.derived = derived;
    }

    public static FactSheet of(Map<String, String> facts) {
        return new FactSheet(Map.copyOf(facts), null, Map.of(), Map.of());
    }

    /**
     * What the dictionary can read of it. Empty text, and a number that is none, are as good as missing: they must not
     * slip past a comparison. What an evaluation works out itself is never taken from outside. For one thread.
     */
    FactSheet readBy(Dictionary by) {
        return new FactSheet(facts, by, new HashMap<>(), Map.of());
    }

    /** Every number read as one, derived facts too: for trying a table by itself. */
    static FactSheet readAll(Map<String, String> facts) {
        var read = new HashMap<String, Value>();
        facts.forEach((name, text) ->
                read.put(name, new Value(text, NUMBER.matcher(text).matches() ? new BigDecimal(text) : null)));
        return new FactSheet(Map.copyOf(facts), null, Map.of(), read);
    }

    /** The same and one more word. */
    FactSheet and(String name, String word) {
        return and(name, new Value(word, null));
    }

    /** The same and one more number. */
    FactSheet and(String name, BigDecimal number) {
        return and(name, new Value(number.toPlainString(), number));
    }

    private FactSheet and(String name, Value value) {
        var more = new HashMap<>(derived);
        more.put(name, value);
        return new FactSheet(facts, dictionary, read, more);
    }

    /** Each fact is read when a row first looks at it, and remembered: most rows look at few facts of many. */
    private Value value(String fact) {
        var known = derived.get(fact);
        if (known == null) {
            known = read.get(fact);
        }
        if (known == null) {
            known = reading(fact);
            if (dictionary != null) {
                read.put(fact, known);
            }
        }
        return known;
    }

    private Value reading(String fact) {
        var text = facts.get(fact);
        if (text == null || text.isBlank() || (dictionary != null && Dictionary.DERIVED.contains(fact))) {
            return MISSING;
        }
        if (dictionary == null || !dictionary.isNumber(fact)) {
            return new Value(text, null);
        }
        return NUMBER.matcher(text).matches() ? new Value(text, new BigDecimal(text)) : MISSING;
    }

    public SortedMap<String, String> facts() {
        var all = new TreeMap<String, String>();
        facts.keySet().stream().filter(this::known).forEach(name -> all.put(name, String.valueOf(text(name))));
        derived.forEach((name, value) -> all.put(name, String.valueOf(value.text)));
        return Collections.unmodifiableSortedMap(all);
    }

    public @Nullable String text(String fact) {
        return value(fact).text;
    }

    @Nullable
    BigDecimal number(String fact) {
        return value(fact).number;
    }

    public boolean missing(String fact) {
        return value(fact).text == null;
    }

    public boolean known(String fact) {
        return value(fact).text != null;
    }
}
