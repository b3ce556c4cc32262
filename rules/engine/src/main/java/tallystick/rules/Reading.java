package tallystick.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tallystick.rules.guarded.GuardedRule;
import tallystick.rules.guarded.GuardedRules;
import tallystick.rules.guarded.NotAllowed;

/** Reads the files of a rule set, each in its language, and says everything that is wrong with them. */
final class Reading {
    static final String DRL = ".drl";

    private final Complaints complaints = new Complaints();
    private final RuleKind kind;
    private final Languages languages;
    private final Dictionary dictionary;
    private final List<Table> tables = new ArrayList<>();
    private final List<GuardedRule> guarded = new ArrayList<>();

    private Reading(RuleFiles files, RuleKind kind, Languages languages) {
        this.kind = kind;
        this.languages = languages;
        this.dictionary = Dictionary.of(files, complaints);
        files.files().forEach(this::read);
    }

    /** @throws RuleSetInvalid with every mistake */
    static Reading of(RuleFiles files, RuleKind kind, Languages languages) {
        var reading = new Reading(files, kind, languages);
        reading.mustBeOfItsKind();
        Lint.check(reading.tables, reading.guarded, reading.complaints);
        reading.complaints.throwErrors();
        return reading;
    }

    /** What is wrong with rule files that are no tables. */
    static List<Remark> hostile(RuleFiles files, Languages languages) {
        return new Reading(files, RuleKind.CREDIT, languages)
                .remarks().stream()
                        .filter(remark -> remark.file().endsWith(DRL))
                        .toList();
    }

    private void mustBeOfItsKind() {
        tables.stream()
                .filter(table -> !kind.has(table.stage()))
                .forEach(table -> complaints.otherKind(table.file(), table.stage(), kind));
        if (kind != RuleKind.CREDIT) {
            guarded.forEach(rule -> complaints.otherKind(rule.file(), Stage.FINDINGS, kind));
            if (tables.stream().noneMatch(table -> table.stage() == kind.needed())) {
                complaints.add(
                        Dictionary.FILE,
                        1,
                        "nothing-said",
                        "A %s set has at least one table of the stage %s."
                                .formatted(kind.text(), kind.needed().text()),
                        "Add one.");
            }
        }
    }

    private void read(String path, String text) {
        if (path.endsWith(DRL)) {
            guarded(path, text);
        } else if (!path.endsWith(".csv")) {
            complaints.add(path, 1, "not-a-table", "Nobody knows files of this kind.", "Write a table.");
        } else if (!path.equals(Dictionary.FILE) && !SavedCases.isAt(path)) {
            new TableReader(path, dictionary, complaints).read(text).ifPresent(tables::add);
        }
    }

    private void guarded(String path, String text) {
        if (languages == Languages.TABLES) {
            complaints.add(
                    path,
                    1,
                    "drl-off",
                    "Rule files of this kind can run anything and are switched off.",
                    "Write a table instead; or have an operator allow guarded DRL.");
            return;
        }
        try {
            guarded.addAll(GuardedRules.read(path, text, new CaseWords(dictionary)));
        } catch (NotAllowed no) {
            complaints.add(path, no.line(), no.column(), no.code(), no.text(), no.remedy());
        }
    }

    Dictionary dictionary() {
        return dictionary;
    }

    List<Table> tables() {
        return tables;
    }

    List<GuardedRule> guarded() {
        return guarded;
    }

    /** What its author may want to think about. */
    List<Remark> remarks() {
        return complaints.remarks();
    }

    /** Every file that rules are written in. */
    static boolean isRules(String path) {
        return Stream.of(".csv", DRL).anyMatch(path::endsWith);
    }
}
