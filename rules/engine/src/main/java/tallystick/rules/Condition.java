package tallystick.rules;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * One filled cell of a condition column, its value read once. A fact that is missing satisfies no comparison.
 *
 * @param place of the fact in its dictionary
 * @param value as it stands in the cell
 */
record Condition(String fact, int place, Operator operator, String value, BigDecimal limit, Set<String> words) {
    static Condition of(String fact, int place, Operator operator, String value) {
        return new Condition(
                fact,
                place,
                operator,
                value,
                operator.isNumeric() ? new BigDecimal(value) : BigDecimal.ZERO,
                Set.copyOf(Set.of(value).stream()
                        .flatMap(words -> java.util.Arrays.stream(words.split("\\|")))
                        .toList()));
    }

    boolean holds(FactSheet facts) {
        var found = facts.value(fact, place);
        return switch (operator) {
            case MISSING -> found.isMissing();
            case KNOWN -> !found.isMissing();
            case AMONG -> !found.isMissing() && words.contains(found.text());
            case NOT_AMONG -> !found.isMissing() && !words.contains(found.text());
            case LESS -> compares(found, sign -> sign < 0);
            case AT_MOST -> compares(found, sign -> sign <= 0);
            case MORE -> compares(found, sign -> sign > 0);
            case AT_LEAST -> compares(found, sign -> sign >= 0);
        };
    }

    private boolean compares(FactSheet.Value found, IntPredicate wanted) {
        var number = found.number();
        return number != null && wanted.test(number.compareTo(limit));
    }

    /** Whether the other holds whenever this one does. */
    boolean implies(Condition other) {
        if (!fact.equals(other.fact)) {
            return false;
        }
        var sign = limit.compareTo(other.limit);
        return switch (other.operator) {
            case MISSING -> operator == Operator.MISSING;
            case KNOWN -> operator != Operator.MISSING;
            case AMONG -> operator == Operator.AMONG && other.words.containsAll(words);
            case NOT_AMONG -> isWithout(other.words);
            case LESS -> operator == Operator.AT_MOST ? sign < 0 : operator == Operator.LESS && sign <= 0;
            case AT_MOST -> operator.isUpper() && sign <= 0;
            case MORE -> operator == Operator.AT_LEAST ? sign > 0 : operator == Operator.MORE && sign >= 0;
            case AT_LEAST -> operator.isLower() && sign >= 0;
        };
    }

    /** Whether none of these words can satisfy it. */
    private boolean isWithout(Set<String> others) {
        return switch (operator) {
            case AMONG -> Collections.disjoint(words, others);
            case NOT_AMONG -> words.containsAll(others);
            default -> false;
        };
    }

    /** Whether the two can never hold together. */
    boolean excludes(Condition other) {
        if (!fact.equals(other.fact)) {
            return false;
        }
        if ((operator == Operator.MISSING) != (other.operator == Operator.MISSING)) {
            return true;
        }
        if (operator.isLower() && other.operator.isUpper()) {
            var sign = limit.compareTo(other.limit);
            var touching = operator == Operator.AT_LEAST && other.operator == Operator.AT_MOST;
            return touching ? sign > 0 : sign >= 0;
        }
        return other.operator == Operator.AMONG && isWithout(other.words);
    }
}
