package tallystick.rules;

import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * A fact that decides must say what happens when it is not known: a row that asks for nothing else, in a table for the same
 * cases or for more. That holds for the facts of a table's scope too, or a whole table could be passed in silence.
 */
final class Silence {
    private final List<Table> findings;
    private final Complaints complaints;

    Silence(List<Table> tables, Complaints complaints) {
        this.findings =
                tables.stream().filter(table -> table.stage() == Stage.FINDINGS).toList();
        this.complaints = complaints;
    }

    void check() {
        for (var table : findings) {
            table.scope().forEach(condition -> check(table, 1, condition, without(table.scope(), condition)));
            var named = new HashSet<String>();
            for (var line : table.lines()) {
                line.conditions().stream()
                        .filter(condition -> condition.operator() != Operator.KNOWN && named.add(condition.fact()))
                        .filter(condition -> !isSaid(condition.fact(), Operator.MISSING, table.scope()))
                        .forEach(condition -> complain(table, line.number(), condition.fact(), "missing"));
            }
        }
    }

    private static List<Condition> without(List<Condition> scope, Condition one) {
        return scope.stream().filter(other -> !other.equals(one)).toList();
    }

    /** What a table is not for must be said elsewhere: where it wants a fact missing, that it is known. */
    private void check(Table table, int line, Condition scope, List<Condition> rest) {
        var opposite = scope.operator() == Operator.MISSING ? Operator.KNOWN : Operator.MISSING;
        if (!isSaid(scope.fact(), opposite, rest)) {
            complain(table, line, scope.fact(), opposite == Operator.KNOWN ? "known" : "missing");
        }
    }

    private boolean isSaid(String fact, Operator operator, List<Condition> scope) {
        Predicate<Table.Line> says = line -> line.conditions().size() == 1
                && line.conditions().getFirst().operator() == operator
                && line.conditions().getFirst().fact().equals(fact);
        return findings.stream()
                .filter(table -> table.scope().stream()
                        .allMatch(wanted -> scope.stream().anyMatch(given -> given.implies(wanted))))
                .anyMatch(table -> table.lines().stream().anyMatch(says));
    }

    private void complain(Table table, int line, String fact, String what) {
        complaints.add(
                table.file(),
                line,
                1,
                "missing-not-covered",
                "Nothing says what happens when %s is %s.".formatted(fact, what),
                "Add a row with '%s %s' = yes and no other condition.".formatted(fact, what));
    }
}
