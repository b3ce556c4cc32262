package tallystick.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What compiles and is wrong all the same. */
final class Lint {
    private static final Set<String> SAYS_NOTHING =
            Set.of("other", "internal policy", "score too low", "system", "comprehensive evaluation");

    private Lint() {}

    static void check(List<Table> tables, Complaints complaints) {
        missingIsNeverSilent(tables, complaints);
        tables.forEach(table -> everyRowCounts(table, complaints));
        tables.forEach(table -> table.lines().forEach(line -> {
            var text = line.get("text").toLowerCase(Locale.ROOT);
            if (SAYS_NOTHING.contains(text)) {
                complaints.add(
                        table.file(),
                        line.number(),
                        1,
                        "empty-reason",
                        "The text '%s' tells a customer nothing.".formatted(text),
                        "Say which fact led to it.");
            }
            if (line.conditions().isEmpty() && table.stage() == Stage.FINDINGS) {
                complaints.add(
                        table.file(),
                        line.number(),
                        1,
                        "always",
                        "The row holds for everybody.",
                        "Fill at least one condition.");
            }
        }));
    }

    private static void everyRowCounts(Table table, Complaints complaints) {
        for (var n = 0; n < table.lines().size(); n++) {
            var line = table.lines().get(n);
            if (neverHolds(line)) {
                complaints.add(
                        table.file(),
                        line.number(),
                        1,
                        "never",
                        "The row asks for what cannot be together.",
                        "Change its conditions, or take it away.");
            }
            if (isCovered(table, n)) {
                complaints.add(
                        table.file(),
                        line.number(),
                        1,
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

    /** A fact that decides must say what happens when it is not known: a row of its own. */
    private static void missingIsNeverSilent(List<Table> tables, Complaints complaints) {
        var covered = new HashSet<String>();
        var findings =
                tables.stream().filter(table -> table.stage() == Stage.FINDINGS).toList();
        findings.forEach(table -> table.lines()
                .forEach(line -> line.conditions().stream()
                        .filter(condition -> condition.operator() == Operator.MISSING)
                        .filter(_ -> line.conditions().size() == 1)
                        .forEach(condition -> covered.add(condition.fact()))));
        var named = new HashSet<String>();
        findings.forEach(table -> table.lines()
                .forEach(line -> line.conditions().stream()
                        .filter(condition -> !covered.contains(condition.fact()) && named.add(condition.fact()))
                        .forEach(condition -> complaints.add(
                                table.file(),
                                line.number(),
                                1,
                                "missing-not-covered",
                                "Nothing says what happens when %s is missing.".formatted(condition.fact()),
                                "Add a row with '%s missing' = yes.".formatted(condition.fact())))));
    }
}
