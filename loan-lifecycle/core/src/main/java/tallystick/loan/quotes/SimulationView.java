package tallystick.loan.quotes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Where a loan stands after what happened. */
record SimulationView(String currency, List<Row> rows, List<Shared> allocations, Position position, String engine) {
    /** A row with what was paid of it. */
    record Row(
            int nr,
            String type,
            LocalDate from,
            LocalDate due,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal fees,
            BigDecimal penalties,
            BigDecimal total,
            BigDecimal paid,
            BigDecimal outstanding,
            BigDecimal balance) {}

    /** What a fact paid. */
    record Shared(
            String of,
            String type,
            boolean reversed,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal fees,
            BigDecimal penalties,
            BigDecimal credit) {}

    /** What is owed at the end of the day. */
    record Position(LocalDate asOf, Outstanding outstanding, BigDecimal overdue, BigDecimal creditBalance) {}

    /** By component. */
    record Outstanding(
            BigDecimal principal, BigDecimal interest, BigDecimal fees, BigDecimal penalties, BigDecimal total) {}
}
