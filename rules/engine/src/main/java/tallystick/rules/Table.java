package tallystick.rules;

import java.util.List;
import java.util.Map;

/**
 * One decision table.
 *
 * @param first only the first row that holds counts; otherwise every row does
 */
record Table(String file, Stage stage, boolean first, List<Line> lines) {
    Table {
        lines = List.copyOf(lines);
    }

    /** One row: what must hold, and what it gives. {@code number} is its line in the file. */
    record Line(int number, List<Condition> conditions, Map<String, String> gives) {
        Line {
            conditions = List.copyOf(conditions);
            gives = Map.copyOf(gives);
        }

        String get(String column) {
            return gives.getOrDefault(column, "");
        }
    }
}
