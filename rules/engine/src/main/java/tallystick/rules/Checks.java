package tallystick.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        return of(files, Languages.TABLES);
    }

    public static Checks of(RuleFiles files, Languages languages) {
        return of(files, RuleKind.CREDIT, languages);
    }

    public static Checks of(RuleFiles files, RuleKind kind, Languages languages) {
        try (var rules = RuleSet.compile(files, kind, languages)) {
            return new Checking(rules, files, kind).run();
        } catch (RuleSetInvalid invalid) {
            return new Checks(false, invalid.remarks(), new Cases(0, 0), new Coverage(0, 0));
        }
    }

    private static final class Checking {
        private final RuleSet rules;
        private final RuleKind kind;
        private final Complaints complaints = new Complaints();
        private final List<SavedCases.SavedCase> cases;
        private final Set<RuleSet.Row> reached = new HashSet<>();
        private int failed;

        Checking(RuleSet rules, RuleFiles files, RuleKind kind) {
            this.rules = rules;
            this.kind = kind;
            this.cases = SavedCases.of(files, kind, complaints);
        }

        Checks run() {
            mustLeaveThePrice();
            cases.forEach(this::run);
            var rows = rules.rows();
            if (!cases.isEmpty()) {
                rows.stream().filter(row -> !reached.contains(row)).forEach(this::unreached);
            }
            var remarks = new ArrayList<>(rules.remarks());
            remarks.addAll(complaints.remarks());
            return new Checks(
                    remarks.stream().noneMatch(remark -> remark.severity() == Remark.Severity.ERROR),
                    remarks,
                    new Cases(cases.size(), failed),
                    new Coverage(rows.size(), (int)
                            rows.stream().filter(reached::contains).count()));
        }

        /** Of two sources of prices nobody knows which one holds. A set that decided before prices had their own still compiles. */
        private void mustLeaveThePrice() {
            if (kind == RuleKind.CREDIT) {
                rules.tables().stream()
                        .filter(table -> table.stage().isOfPrice())
                        .forEach(table -> complaints.otherKind(table.file(), table.stage(), kind));
            }
        }

        private void run(SavedCases.SavedCase saved) {
            differs(saved).ifPresent(difference -> {
                failed++;
                complaints.add(
                        saved.file(),
                        saved.line(),
                        "case-failed",
                        "The case '%s' comes out otherwise. %s".formatted(saved.name(), difference),
                        "Change the rule; or the case, if it is what shall be different.");
            });
        }

        private Optional<String> differs(SavedCases.SavedCase saved) {
            RuleSet.Seen seen = reached::add;
            return switch (kind) {
                case CREDIT -> {
                    var found = rules.tried(saved.facts(), seen);
                    mustRest(saved, found);
                    yield saved.differs(found);
                }
                case PRICING -> saved.differs(rules.priced(saved.facts(), seen));
                case ROUTING -> saved.differs(rules.skipped(saved.facts(), seen));
            };
        }

        private void mustRest(SavedCases.SavedCase saved, Evaluation found) {
            found.findings().stream()
                    .filter(finding -> finding.code().equals(Explaining.STOPPED))
                    .forEach(stopped -> complaints.add(
                            stopped.file(),
                            stopped.row(),
                            "run-stopped",
                            "With the case '%s' the rules call each other for ever.".formatted(saved.name()),
                            "Let nothing that a rule concludes lead back to it."));
        }

        private void unreached(RuleSet.Row row) {
            complaints.warn(
                    row.file(),
                    row.line(),
                    "no-case",
                    "No saved case reaches this row.",
                    "Add one to cases, so that a change of the row is seen.");
        }
    }
}
