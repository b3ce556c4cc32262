package tallystick.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything a rule set must pass before anybody may approve it: it compiles, nothing in it is wrong, its saved cases come
 * out as saved. Rows that no case ever reached are told as warnings.
 */
public record Checks(boolean passed, List<Remark> messages, Cases cases, Coverage coverage) {
    public Checks {
        messages = List.copyOf(messages);
    }

    /** Saved cases, and those that came out otherwise. */
    public record Cases(int run, int failed) {}

    /** Rows of tables, and those that counted in some saved case. */
    public record Coverage(int rows, int reached) {}

    public static Checks of(RuleFiles files) {
        try (var rules = RuleSet.compile(files)) {
            return new Checking(rules, files).run();
        } catch (RuleSetInvalid invalid) {
            return new Checks(false, invalid.remarks(), new Cases(0, 0), new Coverage(0, 0));
        }
    }

    private static final class Checking {
        private final RuleSet rules;
        private final Complaints complaints = new Complaints();
        private final List<SavedCases.SavedCase> cases;
        private final Set<String> reached = new HashSet<>();
        private int failed;

        Checking(RuleSet rules, RuleFiles files) {
            this.rules = rules;
            this.cases = SavedCases.of(files, complaints);
        }

        Checks run() {
            cases.forEach(this::run);
            var rows = rules.tables().stream()
                    .flatMap(table -> table.lines().stream().map(line -> new Inquiry.Found(table, line)))
                    .toList();
            if (!cases.isEmpty()) {
                rows.stream().filter(row -> !isReached(row)).forEach(this::unreached);
            }
            var remarks = new ArrayList<>(rules.remarks());
            remarks.addAll(complaints.remarks());
            return new Checks(
                    remarks.stream().noneMatch(remark -> remark.severity() == Remark.Severity.ERROR),
                    remarks,
                    new Cases(cases.size(), failed),
                    new Coverage(rows.size(), (int)
                            rows.stream().filter(this::isReached).count()));
        }

        private void run(SavedCases.SavedCase saved) {
            saved.differs(rules.evaluate(saved.facts(), row -> reached.add(place(row))))
                    .ifPresent(difference -> {
                        failed++;
                        complaints.add(
                                saved.file(),
                                saved.line(),
                                1,
                                "case-failed",
                                "The case '%s' comes out otherwise. %s".formatted(saved.name(), difference),
                                "Change the rule; or the case, if it is what shall be different.");
                    });
        }

        private boolean isReached(Inquiry.Found row) {
            return reached.contains(place(row));
        }

        private static String place(Inquiry.Found row) {
            return row.table().file() + ":" + row.line().number();
        }

        private void unreached(Inquiry.Found row) {
            complaints.warn(
                    row.table().file(),
                    row.line().number(),
                    "no-case",
                    "No saved case reaches this row.",
                    "Add one to cases, so that a change of the row is seen.");
        }
    }
}
