package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** What the customer pays and when, with the payouts between the rows. */
public record Schedule(Currency currency, List<Row> rows) {
    public Schedule {
        rows = List.copyOf(rows);
    }

    /** The rows that are to be paid. */
    public List<Row> due() {
        return rows.stream().filter(Row::isToPay).toList();
    }

    /** The interest of rows that are due by a day, paid with them or capitalized. */
    long interestTold(LocalDate through) {
        var told = 0L;
        for (var row : rows) {
            if (!row.due().isAfter(through)) {
                told += row.parts().interestUnits() + (row.type() == RowType.CAPITALIZED ? row.balanceUnits() : 0);
            }
        }
        return told;
    }

    /** The sums over all rows, a deducted fee included. */
    public Parts totals() {
        return rows.stream().map(Row::parts).reduce(Parts.none(currency), Parts::plus);
    }
}
