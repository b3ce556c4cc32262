package tallystick.rules;

import java.util.List;
import java.util.regex.Pattern;

/** What may stand in a cell. A closed set of characters, so that no text can become anything but text. */
final class Cells {
    /** In the place of a rate: nothing is offered, on purpose. */
    static final String NO_OFFER = "none";

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern WORDS = Pattern.compile("%1$s(\\|%1$s){0,99}".formatted(WORD));
    private static final Pattern TEXT = Pattern.compile("(?U)[\\p{L}\\p{N} .,;:%()/'+-]{1,200}");
    private static final Pattern PROGRAMME = Pattern.compile("[a-z][a-z0-9-]{0,39}|\\*");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_-]{1,31}");
    private static final Pattern RATE = Pattern.compile("0(\\.[0-9]{1,6})?");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

    private final Dictionary dictionary;

    Cells(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Whether a row may give this in a column of its stage. */
    boolean gives(Stage stage, String column, String cell) {
        return switch (column) {
            case "code" -> isCode(cell);
            case "severity" -> List.of("INFO", "REFER", "KNOCK_OUT").contains(cell);
            case "bureau", Stage.SMALLER_HELPS -> List.of("yes", "no", "").contains(cell);
            case "text" -> isText(cell);
            case "programme" -> PROGRAMME.matcher(cell).matches();
            case "grade" -> cell.matches("[A-Z]");
            case "rank" -> cell.matches("[0-9]{1,4}");
            case "points" -> cell.matches("-?[0-9]{1,4}");
            case "rate" -> rate(stage, cell);
            case "floor", "ceiling" -> RATE.matcher(cell).matches();
            case "limit" -> AMOUNT.matcher(cell).matches() || dictionary.isNumber(cell);
            default -> false;
        };
    }

    private static boolean rate(Stage stage, String cell) {
        return stage == Stage.ADDON
                ? RATE.matcher(cell.replaceFirst("^-", "")).matches()
                : cell.equals(NO_OFFER) || RATE.matcher(cell).matches();
    }

    static boolean isCode(String cell) {
        return CODE.matcher(cell).matches();
    }

    static boolean isText(String cell) {
        return TEXT.matcher(cell).matches();
    }

    static boolean isWord(String cell) {
        return WORD.matcher(cell).matches();
    }

    boolean knows(String fact) {
        return dictionary.types().containsKey(fact);
    }

    int place(String fact) {
        return dictionary.place(fact);
    }

    boolean compares(String fact, Operator operator) {
        return operator.isPresence() || operator.isNumeric() == dictionary.isNumber(fact);
    }

    /** Whether a condition may ask for this. */
    boolean asks(Operator operator, String cell) {
        if (operator.isPresence()) {
            return cell.equals("yes");
        }
        return (operator.isNumeric() ? FactSheet.NUMBER : WORDS).matcher(cell).matches();
    }
}
