package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The rows of a loan while facts are replayed on them. */
final class OpenRows {
    private final LoanTerms terms;
    private final List<OpenRow> rows = new ArrayList<>();
    private final List<Overdue> overdue = new ArrayList<>();

    OpenRows(LoanTerms terms, Schedule schedule) {
        this.terms = terms;
        for (var row : schedule.rows()) {
            if (!row.isPayout()) {
                add(new OpenRow(row));
            }
        }
    }

    List<OpenRow> all() {
        return rows;
    }

    private OpenRow add(OpenRow row) {
        rows.add(row);
        overdue.add(new Overdue(terms, row));
        return row;
    }

    void growThrough(LocalDate day) {
        overdue.forEach(each -> each.growThrough(day));
    }

    void charge(DueCharge charge) {
        holding(charge.due()).charge(charge);
    }

    /** What is due after the last row gets a row of its own. */
    private OpenRow holding(LocalDate due) {
        for (var row : rows) {
            if (row.planned().type() == RowType.INSTALLMENT && !due.isAfter(row.due())) {
                return row;
            }
        }
        var last = rows.getLast();
        if (last.isAdded()) {
            last.extend(due);
            return last;
        }
        var parts = Parts.none(terms.currency());
        return add(new OpenRow(new Row(last.planned().nr() + 1, RowType.INSTALLMENT, last.due(), due, parts, 0), true));
    }

    Parts outstanding() {
        return rows.stream().map(OpenRow::outstanding).reduce(Parts.none(terms.currency()), Parts::plus);
    }

    boolean arePaid() {
        return rows.stream().allMatch(OpenRow::isPaid);
    }
}
