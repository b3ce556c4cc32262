package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A loan at the end of a day.
 *
 * @param parts what each standing fact paid, by its id
 * @param owed what the rows that are due by the day still owe, and principal that is not due yet
 * @param credit money of the customer that nothing was owed for
 */
public record Statement(
        LocalDate asOf,
        List<PaidRow> rows,
        Map<String, Parts> parts,
        Parts owed,
        BigDecimal overdue,
        BigDecimal credit) {
    public Statement {
        rows = List.copyOf(rows);
        parts = Map.copyOf(parts);
    }

    /** A row and what has been paid of it. */
    public record PaidRow(Row row, Parts parts, BigDecimal outstanding) {
        public BigDecimal paid() {
            return parts.total();
        }
    }

    /** Nothing is owed, today or later. */
    public boolean paidOff() {
        return rows.stream().allMatch(row -> row.outstanding().signum() == 0);
    }

    /** The oldest due date before the day with something unpaid; days past due count from here. */
    public Optional<LocalDate> oldestUnpaid() {
        return rows.stream()
                .filter(row -> row.outstanding().signum() > 0 && row.row().due().isBefore(asOf))
                .map(row -> row.row().due())
                .findFirst();
    }

    /** The next row from the day on that has something unpaid. */
    public Optional<PaidRow> next() {
        return rows.stream()
                .filter(row ->
                        row.outstanding().signum() > 0 && !row.row().due().isBefore(asOf))
                .findFirst();
    }
}
