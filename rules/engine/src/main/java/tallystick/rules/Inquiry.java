package tallystick.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One stage of one evaluation. It is all that a generated rule sees: rules ask by number whether a table is for the case, and
 * have it looked at. So no text of a table ever becomes code.
 */
public final class Inquiry {
    private final List<Table> tables;
    private final Stage stage;
    private final FactSheet facts;
    private final List<Hit> found = new ArrayList<>();

    /** A row that holds, by the places of its table and of itself. */
    private record Hit(int table, int row) {}

    Inquiry(List<Table> tables, Stage stage, FactSheet facts) {
        this.tables = tables;
        this.stage = stage;
        this.facts = facts;
    }

    public String getStage() {
        return stage.text();
    }

    /** Whether the case is one of those the table is for. */
    public boolean isFor(int table) {
        return tables.get(table).isFor(facts);
    }

    /** Notes the rows that hold; of some tables only the first. */
    public void look(int table) {
        var looked = tables.get(table);
        for (var row = 0; row < looked.lines().size(); row++) {
            if (looked.lines().get(row).holds(facts)) {
                found.add(new Hit(table, row));
                if (looked.first()) {
                    return;
                }
            }
        }
    }

    /** What counts, in the order of tables and rows whatever order the engine took. */
    List<Found> counted() {
        return found.stream()
                .sorted(Comparator.comparingInt(Hit::table).thenComparingInt(Hit::row))
                .map(hit -> new Found(
                        tables.get(hit.table), tables.get(hit.table).lines().get(hit.row)))
                .toList();
    }

    record Found(Table table, Table.Line line) {
        RuleSet.Row place() {
            return new RuleSet.Row(table.file(), line.number());
        }
    }
}
