package tallystick.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import tallystick.rules.guarded.GuardedRule;

/** What compiles and is wrong all the same. */
final class Lint {
    private static final Set<String> SAYS_NOTHING =
            Set.of("other", "internal policy", "score too low", "system", "comprehensive evaluation");

    private Lint() {}

    static void check(List<Table> tables, List<GuardedRule> guarded, Complaints complaints) {
        new Silence(tables, guarded, complaints).check();
        tables.forEach(table -> everyRowCounts(table, complaints));
        tables.forEach(table -> new Grid(table, complaints).check());
        tables.forEach(table -> table.lines().forEach(line -> saysSomething(table, line, complaints)));
    }

    static boolean saysNothing(String text) {
        return SAYS_NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }

    private static void saysSomething(Table table, Table.Line line, Complaints complaints) {
        if (saysNothing(line.get("text"))) {
            complaints.add(
                    table.file(),
                    line.number(),
                    "empty-reason",
                    "The text '%s' tells a customer nothing.".formatted(line.get("text")),
                    "Say which fact led to it.");
        }
        if (line.conditions().isEmpty() && (table.stage() == Stage.FINDINGS || isForAll(table))) {
            complaints.add(
                    table.file(),
                    line.number(),
                    "always",
                    "The row holds for everybody.",
                    "Fill at least one condition.");
        }
    }

    /** A programme may be no place for a whole scope; that it is none for anybody is no rule. */
    private static boolean isForAll(Table table) {
        return table.stage() == Stage.ROUTE && table.scope().isEmpty();
    }

    private static void everyRowCounts(Table table, Complaints complaints) {
        for (var n = 0; n < table.lines().size(); n++) {
            var line = table.lines().get(n);
            if (neverHolds(line)) {
                complaints.add(
                        table.file(),
                        line.number(),
                        "never",
                        "The row asks for what cannot be together.",
                        "Change its conditions, or take it away.");
            }
            if (isCovered(table, n)) {
                complaints.add(
                        table.file(),
                        line.number(),
                        "unreachable",
                        "A row above always comes first.",
                        "Move this row up, or take it away.");
            }
        }
    }

    private static boolean neverHolds(Table.Line line) {
        return line.conditions().stream()
                .anyMatch(one -> line.conditions().stream().anyMatch(one::excludes));
    }

    private static boolean isCovered(Table table, int n) {
        return table.first()
                && table.lines().subList(0, n).stream()
                        .anyMatch(above -> covers(above, table.lines().get(n)));
    }

    private static boolean covers(Table.Line above, Table.Line below) {
        return above.conditions().stream()
                .allMatch(one -> below.conditions().stream().anyMatch(other -> other.implies(one)));
    }
}
