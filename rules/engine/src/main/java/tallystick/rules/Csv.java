package tallystick.rules;

import java.util.ArrayList;
import java.util.List;

/** The cells of a line: separated by commas, a quoted cell may hold commas and doubled quotes. */
public final class Csv {
    private Csv() {}

    /** Quotes that count come in pairs. */
    static boolean isOpen(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    public static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var n = 0; n < line.length(); n++) {
            var c = line.charAt(n);
            if (c == '"' && quoted && n + 1 < line.length() && line.charAt(n + 1) == '"') {
                cell.append(c);
                n++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
