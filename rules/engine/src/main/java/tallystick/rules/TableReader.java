package tallystick.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one table: a line {@code table,<stage>,first|all}, a line of column heads, then rows. A head is a column of the
 * stage, or a fact and an operator such as {@code applicant.age <}.
 */
final class TableReader {
    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9_.-]{1,64}(\\|[A-Za-z0-9_.-]{1,64}){0,99}");
    private static final Pattern TEXT = Pattern.compile("(?U)[\\p{L}\\p{N} .,;:%()/'+-]{1,200}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_-]{1,31}");

    private final String file;
    private final Dictionary dictionary;
    private final Complaints complaints;
    private List<String> heads = List.of();

    TableReader(String file, Dictionary dictionary, Complaints complaints) {
        this.file = file;
        this.dictionary = dictionary;
        this.complaints = complaints;
    }

    Optional<Table> read(String text) {
        var lines = text.lines().toList();
        var title = lines.isEmpty() ? List.<String>of() : Csv.cells(lines.getFirst());
        var stage = title.size() == 3 && title.getFirst().equals("table")
                ? Stage.of(title.get(1))
                : Optional.<Stage>empty();
        if (stage.isEmpty() || lines.size() < 3 || !List.of("first", "all").contains(title.get(2))) {
            complain(
                    1,
                    1,
                    "not-a-table",
                    "This is no table.",
                    "Begin with table,<findings|score|grade|limit|price>,<first|all>, then a line of column heads,"
                            + " then rows.");
            return Optional.empty();
        }
        heads = Csv.cells(lines.get(1));
        if (new HashSet<>(heads).size() < heads.size()) {
            complain(2, 1, "twice", "Two columns have the same head.", "Give each column a head of its own.");
        }
        var rows = new ArrayList<Table.Line>();
        for (var n = 2; n < lines.size(); n++) {
            if (Csv.isOpen(lines.get(n))) {
                complain(n + 1, 1, "open-quote", "A quote does not end on its line.", "Close it, or double it.");
            } else if (!lines.get(n).isBlank() && !lines.get(n).startsWith("#")) {
                rows.add(row(n + 1, Csv.cells(lines.get(n)), stage.get()));
            }
        }
        return Optional.of(new Table(file, stage.get(), title.get(2).equals("first"), rows));
    }

    private Table.Line row(int number, List<String> cells, Stage stage) {
        var conditions = new ArrayList<Condition>();
        var gives = new LinkedHashMap<String, String>();
        if (cells.size() > heads.size()) {
            complain(
                    number,
                    heads.size() + 1,
                    "too-many-cells",
                    "The row has more cells than the table has columns.",
                    "Take the last ones away, or quote a text that holds commas.");
        }
        for (var column = 0; column < Math.min(cells.size(), heads.size()); column++) {
            var head = heads.get(column);
            var cell = cells.get(column);
            if (stage.columns().contains(head)) {
                given(number, column + 1, head, cell);
                gives.put(head, cell);
            } else if (!cell.isEmpty()) {
                condition(number, column + 1, head, cell).ifPresent(conditions::add);
            }
        }
        if (!gives.keySet().containsAll(stage.columns())) {
            complain(
                    number,
                    cells.size(),
                    "too-few-cells",
                    "The row does not fill every column of its stage.",
                    "Fill %s.".formatted(String.join(", ", stage.columns())));
        }
        return new Table.Line(number, conditions, gives);
    }

    private void given(int line, int column, String head, String cell) {
        var allowed = switch (head) {
            case "code" -> CODE.matcher(cell).matches();
            case "severity" -> List.of("INFO", "REFER", "KNOCK_OUT").contains(cell);
            case "bureau" -> List.of("yes", "no", "").contains(cell);
            case "text" -> TEXT.matcher(cell).matches();
            case "grade" -> cell.matches("[A-Z]");
            case "rank" -> cell.matches("[0-9]{1,4}");
            case "points" -> cell.matches("-?[0-9]{1,4}");
            case "rate" -> cell.matches("0(\\.[0-9]{1,6})?");
            case "limit" -> cell.matches("[0-9]{1,12}(\\.[0-9]{1,2})?");
            default -> false;
        };
        if (!allowed) {
            complain(
                    line,
                    column,
                    "not-allowed",
                    "The cell under %s is not allowed.".formatted(head),
                    "Write a code such as ELG-AGE, a severity of INFO, REFER and KNOCK_OUT, yes or no, a number, or a"
                            + " plain sentence, as the column wants.");
        }
    }

    private Optional<Condition> condition(int line, int column, String head, String cell) {
        var parts = head.split(" ", 2);
        var operator = parts.length == 2 ? Operator.of(parts[1]) : Optional.<Operator>empty();
        var type = dictionary.types().get(parts[0]);
        if (operator.isEmpty() || type == null) {
            complain(
                    2,
                    column,
                    "unknown-column",
                    "The column '%s' is neither one of the stage nor a known fact and an operator."
                            .formatted(head.length() > 60 ? head.substring(0, 60) : head),
                    "Name a fact of facts.csv and one of < <= > >= in not-in missing.");
            return Optional.empty();
        }
        if (operator.get().isNumeric() != (type == Dictionary.Type.NUMBER) && operator.get() != Operator.MISSING) {
            complain(
                    2,
                    column,
                    "wrong-operator",
                    "The fact %s cannot be compared like that.".formatted(parts[0]),
                    "Compare numbers with < <= > >=, words with in and not-in.");
            return Optional.empty();
        }
        var lawful = operator.get() == Operator.MISSING
                ? cell.equals("yes")
                : operator.get().isNumeric()
                        ? FactSheet.NUMBER.matcher(cell).matches()
                        : WORDS.matcher(cell).matches();
        if (!lawful) {
            complain(
                    line,
                    column,
                    "not-allowed",
                    "The cell under '%s' is not allowed.".formatted(head),
                    "Write a number, words joined by |, or yes, as the operator wants.");
            return Optional.empty();
        }
        return Optional.of(Condition.of(parts[0], operator.get(), cell));
    }

    private void complain(int line, int column, String code, String text, String remedy) {
        complaints.add(file, line, column, code, text, remedy);
    }
}
