package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.List;

/**
 * Interest of a plan that becomes principal on later days. It is not owed before: the last rows wait for so much of their
 * principal.
 */
final class Capitalizing {
    private List<Row> days = List.of();

    Capitalizing copy() {
        var copy = new Capitalizing();
        copy.days = days;
        return copy;
    }

    void follow(Schedule schedule) {
        days = schedule.rows().stream()
                .filter(row -> row.type() == RowType.CAPITALIZED)
                .toList();
    }

    /** The loan ends: what was to become principal later never will. */
    void stop() {
        days = List.of();
    }

    /** Says whether there was anything to do; mostly there is not. */
    boolean oweThrough(LocalDate day, List<OpenRow> rows) {
        if (days.isEmpty()) {
            return false;
        }
        rows.forEach(OpenRow::oweWithheld);
        var later = days.stream()
                .filter(row -> row.due().isAfter(day))
                .mapToLong(Row::balanceUnits)
                .sum();
        for (var row : rows.reversed()) {
            later -= row.withhold(later);
        }
        return true;
    }
}
