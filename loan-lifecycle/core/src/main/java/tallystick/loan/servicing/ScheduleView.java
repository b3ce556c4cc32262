package tallystick.loan.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.loan.engine.StatementRow;

/** The rows of a loan as they stand on a day. */
record ScheduleView(String currency, List<Line> rows, LocalDate asOf) {
    /** A row of either sort. */
    sealed interface Line {}

    record PaidOut(@Nullable Integer nr, String type, LocalDate due, BigDecimal balance) implements Line {}

    record ToPay(
            int nr,
            String type,
            LocalDate from,
            LocalDate due,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal fees,
            BigDecimal penalties,
            BigDecimal total,
            BigDecimal balance,
            BigDecimal paid,
            BigDecimal outstanding,
            String state)
            implements Line {}

    static ScheduleView of(Loan loan, LocalDate asOf) {
        var standing = Standing.of(loan);
        var lines = new ArrayList<Line>();
        standing.terms()
                .disbursements()
                .forEach(payout -> lines.add(new PaidOut(
                        null, "PAYOUT", payout.date(), payout.amount().amount())));
        standing.on(asOf).rows().forEach(row -> lines.add(line(row, asOf)));
        return new ScheduleView(standing.terms().currency().getCurrencyCode(), lines, asOf);
    }

    private static ToPay line(StatementRow paid, LocalDate asOf) {
        var row = paid.row();
        return new ToPay(
                row.nr(),
                row.type().name(),
                row.from(),
                row.due(),
                row.principal().amount(),
                row.interest().amount(),
                row.fees().amount(),
                row.penalties().amount(),
                row.total().amount(),
                row.balance().amount(),
                paid.paid().total().amount(),
                paid.outstanding().total().amount(),
                paid.state(asOf).name());
    }
}
