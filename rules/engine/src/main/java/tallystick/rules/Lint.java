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

    /** A fact that decides must say what happens when it is not known: a row of its own. */
    private static void missingIsNeverSilent(List<Table> tables, Complaints complaints) {
        var covered = new HashSet<String>();
        var findings =
                tables.stream().filter(table -> table.stage() == Stage.FINDINGS).toList();
        findings.forEach(table -> table.lines()
                .forEach(line -> line.conditions().stream()
                        .filter(condition -> condition.operator() == Operator.MISSING)
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
