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

    private final SortedMap<String, String> facts;

    private final Map<String, BigDecimal> numbers;

    private FactSheet(SortedMap<String, String> facts, Map<String, BigDecimal> numbers) {
        this.facts = Collections.unmodifiableSortedMap(facts);
        this.numbers = numbers;
    }

    public static FactSheet of(Map<String, String> facts) {
        return new FactSheet(new TreeMap<>(facts), Map.of());
    }

    /**
     * What the dictionary can read of it. Empty text, and a number that is none, are as good as missing: they must not
     * slip past a comparison. What an evaluation works out itself is never taken from outside.
     */
    FactSheet readBy(Dictionary dictionary) {
        var readable = new TreeMap<String, String>();
        var read = new HashMap<String, BigDecimal>();
        facts.forEach((name, value) -> {
            var number = dictionary.isNumber(name);
            if (Dictionary.DERIVED.contains(name) || value.isBlank() || (number && !isNumber(value))) {
                return;
            }
            readable.put(name, value);
            if (number) {
                read.put(name, new BigDecimal(value));
            }
        });
        return new FactSheet(readable, read);
    }

    /** Every number read as one, derived facts too: for trying a table by itself. */
    static FactSheet readAll(Map<String, String> facts) {
        var numbers = new HashMap<String, BigDecimal>();
        facts.forEach((name, value) -> {
            if (isNumber(value)) {
                numbers.put(name, new BigDecimal(value));
            }
        });
        return new FactSheet(new TreeMap<>(facts), numbers);
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** The same and one more word. */
    FactSheet and(String name, String word) {
        var more = new TreeMap<>(facts);
        more.put(name, word);
        return new FactSheet(more, numbers);
    }

    /** The same and one more number. */
    FactSheet and(String name, BigDecimal number) {
        var more = new HashMap<>(numbers);
        more.put(name, number);
        return new FactSheet(and(name, number.toPlainString()).facts, more);
    }

    public SortedMap<String, String> facts() {
        return facts;
    }

    public @Nullable String text(String fact) {
        return facts.get(fact);
    }

    @Nullable
    BigDecimal number(String fact) {
        return numbers.get(fact);
    }

    public boolean missing(String fact) {
        return !facts.containsKey(fact);
    }

    public boolean known(String fact) {
        return facts.containsKey(fact);
    }
}
