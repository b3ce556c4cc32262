package tallystick.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known at decision time, by name. A fact that is not in it is missing, and missing is no value: it satisfies no
 * comparison. The generated rules ask it; its answers depend on nothing else.
 */
public final class FactSheet {
    static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    private final SortedMap<String, String> facts;

    private FactSheet(SortedMap<String, String> facts) {
        this.facts = Collections.unmodifiableSortedMap(facts);
    }

    public static FactSheet of(Map<String, String> facts) {
        return new FactSheet(new TreeMap<>(facts));
    }

    /** The same and one more. */
    FactSheet and(String name, String value) {
        var more = new TreeMap<>(facts);
        more.put(name, value);
        return new FactSheet(more);
    }

    public SortedMap<String, String> facts() {
        return facts;
    }

    public @Nullable String text(String fact) {
        return facts.get(fact);
    }

    public @Nullable BigDecimal number(String fact) {
        var text = facts.get(fact);
        return text == null || !NUMBER.matcher(text).matches() ? null : new BigDecimal(text);
    }

    public boolean missing(String fact) {
        return !facts.containsKey(fact);
    }

    public boolean known(String fact) {
        return facts.containsKey(fact);
    }

    public boolean less(String fact, String limit) {
        return compared(fact, limit) == Order.LESS;
    }

    public boolean atMost(String fact, String limit) {
        var order = compared(fact, limit);
        return order == Order.LESS || order == Order.EQUAL;
    }

    public boolean more(String fact, String limit) {
        return compared(fact, limit) == Order.MORE;
    }

    public boolean atLeast(String fact, String limit) {
        var order = compared(fact, limit);
        return order == Order.MORE || order == Order.EQUAL;
    }

    public boolean among(String fact, String values) {
        var text = facts.get(fact);
        return text != null && Arrays.asList(values.split("\\|")).contains(text);
    }

    public boolean notAmong(String fact, String values) {
        return known(fact) && !among(fact, values);
    }

    private enum Order {
        LESS,
        EQUAL,
        MORE,
        NONE
    }

    private Order compared(String fact, String limit) {
        var number = number(fact);
        if (number == null) {
            return Order.NONE;
        }
        var sign = number.compareTo(new BigDecimal(limit));
        return sign < 0 ? Order.LESS : sign > 0 ? Order.MORE : Order.EQUAL;
    }
}
