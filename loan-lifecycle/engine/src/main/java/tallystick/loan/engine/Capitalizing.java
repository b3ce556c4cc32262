package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Interest of a plan that becomes principal on later days. It is not owed before: the last rows wait for so much of their
 * principal.
 */
final class Capitalizing {
    /** Of plans before: they are over. */
    private List<Row> done = List.of();

    private List<Row> days = List.of();

    Capitalizing copy() {
        var copy = new Capitalizing();
        copy.done = done;
        copy.days = days;
        return copy;
    }

    /** What the plan has made principal, and what it will. */
    List<Row> all() {
        return Stream.concat(done.stream(), days.stream()).toList();
    }

    /** A plan for the whole loan, or from a day on. */
    void follow(Schedule schedule) {
        days = schedule.rows().stream()
                .filter(row -> row.type() == RowType.CAPITALIZED)
                .toList();
    }

    /** What was to become principal later never will: the loan ends, or another plan says so. */
    void stop(LocalDate day) {
        done = all().stream().filter(row -> !row.due().isAfter(day)).toList();
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
