package tallystick.loan.engine;

import java.util.Currency;
import java.util.List;

/** What the customer pays and when, with the payouts between the rows. */
public record Schedule(Currency currency, List<Row> rows) {
    public Schedule {
        rows = List.copyOf(rows);
    }

    /** The rows that are to be paid. */
    public List<Row> due() {
        return rows.stream().filter(row -> !row.isPayout()).toList();
    }

    /** The sums over all rows, a deducted fee included. */
    public Parts totals() {
        return rows.stream().map(Row::parts).reduce(Parts.none(currency), Parts::plus);
    }
}
