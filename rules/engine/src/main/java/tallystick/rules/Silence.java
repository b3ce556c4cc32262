package tallystick.rules;

import java.util.HashSet;
import java.util.List;
import tallystick.rules.guarded.GuardedRule;

/**
 * A fact that decides must say what happens when it is not known: a row that asks for nothing else, in a table for the same
 * cases or for more. That holds for the facts of a table's scope too, or a whole table could be passed in silence.
 */
final class Silence {
    private final List<Table> findings;
    private final List<GuardedRule> guarded;
    private final Complaints complaints;

    Silence(List<Table> tables, List<GuardedRule> guarded, Complaints complaints) {
        this.guarded = guarded;
        this.findings =
                tables.stream().filter(table -> table.stage() == Stage.FINDINGS).toList();
        this.complaints = complaints;
    }

    void check() {
        var asked = new HashSet<String>();
        for (var rule : guarded) {
            rule.facts().stream()
                    .filter(fact -> rule.compares(fact) && asked.add(fact))
                    .filter(fact -> !isSaid(fact))
                    .forEach(fact -> complain(rule.file(), rule.line(), fact, "missing"));
        }
        for (var table : findings) {
            table.scope().forEach(condition -> check(table, 1, condition, without(table.scope(), condition)));
            var named = new HashSet<String>();
            for (var line : table.lines()) {
                line.conditions().stream()
                        .filter(condition -> condition.operator() != Operator.KNOWN && named.add(condition.fact()))
                        .filter(condition -> !isSaid(condition.fact(), Operator.MISSING, table.scope()))
                        .forEach(condition -> complain(table.file(), line.number(), condition.fact(), "missing"));
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
            complain(table.file(), line, scope.fact(), opposite == Operator.KNOWN ? "known" : "missing");
        }
    }

    private boolean isSaid(String fact, Operator operator, List<Condition> scope) {
        return findings.stream()
                .filter(table -> table.scope().stream()
                        .allMatch(wanted -> scope.stream().anyMatch(given -> given.implies(wanted))))
                .anyMatch(table -> says(table, fact, operator));
    }

    /** By any table, since what a table is not for is said elsewhere; or by a guarded rule that asks for nothing else. */
    private boolean isSaid(String fact) {
        return findings.stream().anyMatch(table -> says(table, fact, Operator.MISSING))
                || guarded.stream().anyMatch(rule -> rule.left().equals("missing(\"%s\")".formatted(fact)));
    }

    private static boolean says(Table table, String fact, Operator operator) {
        return table.lines().stream()
                .anyMatch(line -> line.conditions().size() == 1
                        && line.conditions().getFirst().operator() == operator
                        && line.conditions().getFirst().fact().equals(fact));
    }

    private void complain(String file, int line, String fact, String what) {
        complaints.add(
                file,
                line,
                "missing-not-covered",
                "Nothing says what happens when %s is %s.".formatted(fact, what),
                "Add a row with '%s %s' = yes and no other condition.".formatted(fact, what));
    }
}
