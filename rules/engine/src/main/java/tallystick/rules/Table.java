package tallystick.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One decision table.
 *
 * @param first only the first row that holds counts; otherwise every row does
 * @param scope the cases the table is for, as conditions of every row
 */
record Table(String file, Stage stage, boolean first, List<Condition> scope, List<Line> lines) {
    Table {
        scope = List.copyOf(scope);
        lines = List.copyOf(lines);
    }

    /** One row: what must hold beside the scope, and what it gives. {@code number} is its line in the file. */
    record Line(int number, List<Condition> conditions, Map<String, String> gives) {
        Line {
            conditions = List.copyOf(conditions);
            gives = Map.copyOf(gives);
        }

        String get(String column) {
            return gives.getOrDefault(column, "");
        }

        boolean holds(FactSheet facts) {
            return allHold(conditions, facts);
        }
    }

    boolean isFor(FactSheet facts) {
        return allHold(scope, facts);
    }

    Stream<RuleSet.Row> rows() {
        return lines.stream().map(line -> new RuleSet.Row(file, line.number()));
    }

    /** Every fact that it looks at. */
    Stream<String> facts() {
        return Stream.concat(scope.stream(), lines.stream().flatMap(line -> line.conditions().stream()))
                .map(Condition::fact);
    }

    /** By index: asked so often that an iterator each time is felt. */
    private static boolean allHold(List<Condition> conditions, FactSheet facts) {
        for (var n = 0; n < conditions.size(); n++) {
            if (!conditions.get(n).holds(facts)) {
                return false;
            }
        }
        return true;
    }

    /** The file's name without folder and ending. */
    String name() {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }
}
