package tallystick.application.work;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of CSV, RFC 4180, that a spreadsheet never takes for formulas. */
final class Csv {
    private Csv() {}

    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A leading apostrophe makes text of what begins like a formula. */
    private static String cell(String text) {
        var harmless = text.matches("(?s)[=+\\-@\t\r\n|%].*") ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }
}
