package tallystick.rules;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tallystick.rules.guarded.GuardedFacts;

/**
 * What is known at decision time, by name. A fact that is not in it is missing, and missing is no value: it satisfies no
 * comparison.
 */
public final class FactSheet implements GuardedFacts {
    static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    private static final @Nullable Value[] NONE = {};
    private static final Value MISSING = new Value(null, null);

    private final Map<String, String> facts;
    private final @Nullable Dictionary dictionary;
    private final @Nullable Value[] read;
    private final Map<String, Value> derived;

    /** A fact as text, and as a number if it is one. */
    record Value(@Nullable String text, @Nullable BigDecimal number) {
        boolean isMissing() {
            return text == null;
        }
    }

    private FactSheet(
            Map<String, String> facts,
            @Nullable Dictionary dictionary,
            @Nullable Value[] read,
            Map<String, Value> derived) {
        this.facts = facts;
        this.dictionary = dictionary;
        this.read = read;
        this.derived = derived;
    }

    public static FactSheet of(Map<String, String> facts) {
        return new FactSheet(Map.copyOf(facts), null, NONE, Map.of());
    }

    /**
     * What the dictionary can read of it. Empty text, and a number that is none, are as good as missing: they must not
     * slip past a comparison. What an evaluation works out itself is never taken from outside. For one thread.
     */
    FactSheet readBy(Dictionary by) {
        return reading(by, Map.of());
    }

    /** As {@link #readBy}, keeping what was worked out: another set goes on with it. */
    FactSheet under(Dictionary other) {
        return reading(other, derived);
    }

    /** As {@link #readBy}, with what others worked out taken from outside: a set that prices cases of a known grade. */
    FactSheet givenTo(Dictionary by) {
        var given = new HashMap<String, Value>();
        Dictionary.DERIVED.stream()
                .filter(facts::containsKey)
                .forEach(name -> given.put(name, valued(String.valueOf(facts.get(name)), by.isNumber(name))));
        return reading(by, given);
    }

    private FactSheet reading(Dictionary by, Map<String, Value> known) {
        var values = new Value[by.types().size()];
        known.forEach((name, value) -> put(by, values, name, value));
        return new FactSheet(facts, by, values, known);
    }

    /** Every number read as one, derived facts too: for trying a table by itself. */
    static FactSheet readAll(Map<String, String> facts) {
        var read = new HashMap<String, Value>();
        facts.forEach((name, text) ->
                read.put(name, new Value(text, NUMBER.matcher(text).matches() ? new BigDecimal(text) : null)));
        return new FactSheet(Map.copyOf(facts), null, NONE, read);
    }

    /** The same and more that is known from outside. */
    FactSheet with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(facts);
        all.putAll(more);
        var values = read.clone();
        if (dictionary != null) {
            more.keySet().forEach(name -> put(dictionary, values, name, null));
        }
        return new FactSheet(all, dictionary, values, derived);
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
        var values = read.clone();
        if (dictionary != null) {
            put(dictionary, values, name, value);
        }
        return new FactSheet(facts, dictionary, values, more);
    }

    private static void put(Dictionary by, @Nullable Value[] values, String name, @Nullable Value value) {
        var place = by.place(name);
        if (place != Dictionary.NOWHERE) {
            values[place] = value;
        }
    }

    /** Each fact is read when a row first looks at it, and remembered: most rows look at few facts of many. */
    Value value(String fact, int place) {
        if (place == Dictionary.NOWHERE || place >= read.length) {
            var known = derived.get(fact);
            return known == null ? reading(fact) : known;
        }
        var known = read[place];
        if (known == null) {
            known = reading(fact);
            read[place] = known;
        }
        return known;
    }

    private Value value(String fact) {
        return value(fact, dictionary == null ? Dictionary.NOWHERE : dictionary.place(fact));
    }

    private Value reading(String fact) {
        var text = facts.get(fact);
        if (text == null || text.isBlank() || (dictionary != null && Dictionary.DERIVED.contains(fact))) {
            return MISSING;
        }
        return valued(text, dictionary != null && dictionary.isNumber(fact));
    }

    private static Value valued(String text, boolean number) {
        if (!number) {
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

    @Override
    public @Nullable String text(String fact) {
        return value(fact).text;
    }

    @Override
    public @Nullable BigDecimal number(String fact) {
        return value(fact).number;
    }

    public boolean missing(String fact) {
        return value(fact).text == null;
    }

    public boolean known(String fact) {
        return value(fact).text != null;
    }
}
