package tallystick.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Reads one table: a line {@code table,<stage>,first|all} and the cases it is for, such as {@code product in CAR}; a line of
 * column heads; then rows. A head is a column of the stage, or a fact and an operator such as {@code applicant.age <}, or
 * the word {@code missing} over the names of facts.
 */
final class TableReader {
    private static final int TITLE = 3;

    private final String file;
    private final Cells cells;
    private final Complaints complaints;
    private List<String> heads = List.of();

    TableReader(String file, Dictionary dictionary, Complaints complaints) {
        this.file = file;
        this.cells = new Cells(dictionary);
        this.complaints = complaints;
    }

    Optional<Table> read(String text) {
        var lines = text.lines().toList();
        var title = lines.isEmpty() ? List.<String>of() : Csv.cells(lines.getFirst());
        var stage = title.size() >= TITLE && title.getFirst().equals("table")
                ? Stage.of(title.get(1))
                : Optional.<Stage>empty();
        if (stage.isEmpty() || lines.size() < 3 || !List.of("first", "all").contains(title.get(2))) {
            complain(
                    1,
                    1,
                    "not-a-table",
                    "This is no table.",
                    "Begin with table,<findings|score|grade|limit|price|addon|bounds|route>,<first|all>, then a line of"
                            + " column heads, then rows.");
            return Optional.empty();
        }
        heads = Csv.cells(lines.get(1));
        if (new HashSet<>(heads).size() < heads.size()) {
            complain(2, 1, "twice", "Two columns have the same head.", "Give each column a head of its own.");
        }
        return Optional.of(
                new Table(file, stage.get(), title.get(2).equals("first"), scope(title), rows(lines, stage.get())));
    }

    private List<Condition> scope(List<String> title) {
        var scope = new ArrayList<Condition>();
        for (var column = TITLE; column < title.size(); column++) {
            var words = title.get(column).split(" ", 3);
            if (words.length == 3) {
                condition(1, 1, column + 1, words[0] + " " + words[1], words[2]).ifPresent(scope::add);
            } else if (!title.get(column).isEmpty()) {
                complain(
                        1,
                        column + 1,
                        "not-a-condition",
                        "The title's cell is no condition.",
                        "Write a fact, an operator and a value, such as product in CAR.");
            }
        }
        return scope;
    }

    private List<Table.Line> rows(List<String> lines, Stage stage) {
        var rows = new ArrayList<Table.Line>();
        for (var n = 2; n < lines.size(); n++) {
            if (Csv.isOpen(lines.get(n))) {
                complain(n + 1, 1, "open-quote", "A quote does not end on its line.", "Close it, or double it.");
            } else if (!lines.get(n).isBlank() && !lines.get(n).startsWith("#")) {
                rows.add(row(n + 1, Csv.cells(lines.get(n)), stage));
            }
        }
        return rows;
    }

    private Table.Line row(int number, List<String> row, Stage stage) {
        var conditions = new ArrayList<Condition>();
        var gives = new LinkedHashMap<String, String>();
        if (row.size() > heads.size()) {
            complain(
                    number,
                    heads.size() + 1,
                    "too-many-cells",
                    "The row has more cells than the table has columns.",
                    "Take the last ones away, or quote a text that holds commas.");
        }
        for (var column = 0; column < Math.min(row.size(), heads.size()); column++) {
            var head = heads.get(column);
            var cell = row.get(column);
            if (stage.gives(head)) {
                given(number, column + 1, head, cell, stage);
                gives.put(head, cell);
            } else if (!cell.isEmpty()) {
                condition(number, column + 1, head, cell).ifPresent(conditions::add);
            }
        }
        if (!gives.keySet().containsAll(stage.columns())) {
            complain(
                    number,
                    row.size(),
                    "too-few-cells",
                    "The row does not fill every column of its stage.",
                    "Fill %s.".formatted(String.join(", ", stage.columns())));
        }
        return new Table.Line(number, conditions, gives);
    }

    private void given(int line, int column, String head, String cell, Stage stage) {
        if (head.equals("code") && cell.isEmpty()) {
            complain(line, column, "no-code", "The row has no reason code.", "Give it one, such as ELG-AGE.");
        } else if (!cells.gives(stage, head, cell)) {
            complain(
                    line,
                    column,
                    "not-allowed",
                    "The cell under %s is not allowed.".formatted(head),
                    "Write a code such as ELG-AGE, a severity of INFO, REFER and KNOCK_OUT, yes or no, a number, or a"
                            + " plain sentence, as the column wants.");
        }
    }

    /** A column headed {@code missing} names in its cells the fact that must be missing. */
    private Optional<Condition> condition(int line, int column, String head, String cell) {
        return head.equals("missing")
                ? condition(line, line, column, cell + " missing", "yes")
                : condition(2, line, column, head, cell);
    }

    /** @param headLine where the fact and its operator stand */
    private Optional<Condition> condition(int headLine, int line, int column, String head, String cell) {
        var parts = head.split(" ", 2);
        var operator = parts.length == 2 ? Operator.of(parts[1]) : Optional.<Operator>empty();
        if (operator.isEmpty() || !cells.knows(parts[0])) {
            complain(
                    headLine,
                    column,
                    "unknown-column",
                    "The column '%s' is neither one of the stage nor a known fact and an operator."
                            .formatted(head.length() > 60 ? head.substring(0, 60) : head),
                    "Name a fact of %s and one of < <= > >= in not-in missing known.".formatted(Dictionary.FILE));
            return Optional.empty();
        }
        if (!cells.compares(parts[0], operator.get())) {
            complain(
                    headLine,
                    column,
                    "wrong-operator",
                    "The fact %s cannot be compared like that.".formatted(parts[0]),
                    "Compare numbers with < <= > >=, words with in and not-in.");
            return Optional.empty();
        }
        if (!cells.asks(operator.get(), cell)) {
            complain(
                    line,
                    column,
                    "not-allowed",
                    "The cell under '%s' is not allowed.".formatted(head),
                    "Write a number, words joined by |, or yes, as the operator wants.");
            return Optional.empty();
        }
        return Optional.of(Condition.of(parts[0], cells.place(parts[0]), operator.get(), cell));
    }

    private void complain(int line, int column, String code, String text, String remedy) {
        complaints.add(file, line, column, code, text, remedy);
    }
}
