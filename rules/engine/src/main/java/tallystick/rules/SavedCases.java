package tallystick.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The saved cases of a rule set, one row a case. {@code cases/bases.csv} has people and loans to begin with, a fact a row; in
 * every other file a row names its base, what is different ({@code -} for a fact that is missing), and what must come out.
 */
final class SavedCases {
    static final String FOLDER = "cases/";
    static final String BASES = FOLDER + "bases.csv";
    private static final String MISSING = "-";

    private final Dictionary dictionary;
    private final RuleKind kind;
    private final Complaints complaints;
    private final Map<String, Map<String, String>> bases = new HashMap<>();

    private SavedCases(Dictionary dictionary, RuleKind kind, Complaints complaints) {
        this.dictionary = dictionary;
        this.kind = kind;
        this.complaints = complaints;
    }

    static boolean isAt(String path) {
        return path.startsWith(FOLDER);
    }

    /** One row. */
    record SavedCase(String file, int line, String name, FactSheet facts, Map<String, String> expected) {
        @Override
        public String toString() {
            return file + " " + name;
        }

        /** What came out otherwise, in words; empty when it is as saved. */
        Optional<String> differs(Evaluation found) {
            return differs(what -> seen(found, what));
        }

        Optional<String> differs(List<Skipped> found) {
            var skipped = found.stream()
                    .map(skip -> skip.programme() + "." + skip.code())
                    .collect(Collectors.joining("|"));
            return differs(_ -> skipped.isEmpty() ? "none" : skipped);
        }

        private Optional<String> differs(UnaryOperator<String> seen) {
            return expected.entrySet().stream()
                    .filter(wanted -> !isAs(wanted.getValue(), seen.apply(wanted.getKey())))
                    .findFirst()
                    .map(wanted -> "Expected %s %s; found %s."
                            .formatted(wanted.getKey(), wanted.getValue(), seen.apply(wanted.getKey())));
        }

        private static boolean isAs(String wanted, String found) {
            return wanted.equals(found)
                    || (FactSheet.NUMBER.matcher(wanted).matches()
                            && FactSheet.NUMBER.matcher(found).matches()
                            && new BigDecimal(wanted).compareTo(new BigDecimal(found)) == 0);
        }

        private static String seen(Evaluation found, String what) {
            return switch (what) {
                case "verdict" -> found.verdict().name();
                case "score" -> String.valueOf(found.score());
                case "grade" -> String.valueOf(found.grade());
                case "limit" -> found.limit() == null ? "none" : found.limit().toPlainString();
                case "rate" ->
                    found.annualRate() == null ? "none" : found.annualRate().toPlainString();
                default ->
                    found.reasons().isEmpty()
                            ? "none"
                            : String.join(
                                    "|",
                                    found.reasons().stream()
                                            .map(RuleFinding::code)
                                            .toList());
            };
        }
    }

    private static final Map<RuleKind, List<String>> EXPECTED = Map.of(
            RuleKind.CREDIT, List.of("verdict", "score", "grade", "limit", "codes"),
            RuleKind.PRICING, List.of("rate"),
            RuleKind.ROUTING, List.of("skipped"));

    static List<SavedCase> of(RuleFiles files, RuleKind kind, Complaints complaints) {
        var reader = new SavedCases(Dictionary.of(files, complaints), kind, complaints);
        var text = files.files().get(BASES);
        if (text != null) {
            reader.readBases(text);
        }
        var cases = new ArrayList<SavedCase>();
        files.files().forEach((path, rows) -> {
            if (isAt(path) && !path.equals(BASES)) {
                reader.read(path, rows, cases);
            }
        });
        return cases;
    }

    private void readBases(String text) {
        var lines = text.lines().toList();
        for (var n = 1; n < lines.size(); n++) {
            var cells = Csv.cells(lines.get(n));
            if (lines.get(n).isBlank() || lines.get(n).startsWith("#")) {
                continue;
            }
            if (cells.size() != 3 || !dictionary.types().containsKey(cells.get(1))) {
                complain(BASES, n + 1, "The line is no fact of a base.", "Write base,fact,value with a known fact.");
                continue;
            }
            bases.computeIfAbsent(cells.getFirst(), _ -> new TreeMap<>()).put(cells.get(1), cells.get(2));
        }
    }

    private void read(String path, String text, List<SavedCase> cases) {
        var lines = text.lines().toList();
        var heads = Csv.cells(lines.getFirst());
        heads.stream()
                .skip(2)
                .filter(head -> !isHead(head))
                .forEach(head -> complain(
                        path, 1, "The column '%s' is no known fact.".formatted(head), "Name a fact of facts.csv."));
        var names = new HashSet<String>();
        for (var n = 1; n < lines.size(); n++) {
            if (!lines.get(n).isBlank() && !lines.get(n).startsWith("#")) {
                var cells = Csv.cells(lines.get(n));
                if (!names.add(cells.getFirst())) {
                    complain(path, n + 1, "Two cases have one name.", "Give each a name of its own.");
                }
                one(path, n + 1, heads, cells).ifPresent(cases::add);
            }
        }
    }

    private boolean isExpected(String head) {
        return EXPECTED.getOrDefault(kind, List.of()).contains(head);
    }

    private boolean isHead(String head) {
        return isExpected(head) || dictionary.types().containsKey(head);
    }

    private Optional<SavedCase> one(String path, int line, List<String> heads, List<String> cells) {
        var base = cells.size() == heads.size() ? bases.get(cells.get(1)) : null;
        if (base == null) {
            complain(path, line, "The row is no case.", "Fill every column, and name a base of " + BASES + ".");
            return Optional.empty();
        }
        var facts = new TreeMap<>(base);
        var expected = new TreeMap<String, String>();
        for (var column = 2; column < heads.size(); column++) {
            var cell = cells.get(column);
            if (cell.isEmpty()) {
                continue;
            }
            if (isExpected(heads.get(column))) {
                expected.put(heads.get(column), cell);
            } else if (cell.equals(MISSING)) {
                facts.remove(heads.get(column));
            } else {
                facts.put(heads.get(column), cell);
            }
        }
        if (!expected.containsKey(kind.expected())) {
            complain(
                    path,
                    line,
                    "The case expects no %s.".formatted(kind.expected()),
                    "Write what shall come out under %s.".formatted(kind.expected()));
        }
        return Optional.of(new SavedCase(path, line, cells.getFirst(), FactSheet.of(facts), expected));
    }

    private void complain(String file, int line, String text, String remedy) {
        complaints.add(file, line, "not-a-case", text, remedy);
    }
}
