package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;

/**
 * Where a loan stands at the end of a day.
 *
 * @param rows what is to be paid, without payouts
 * @param shares what each payment paid, in the order of the facts
 * @param outstanding all principal that is left, and of the rest what has fallen due
 * @param overdue what should have been paid before the day
 * @param creditBalance money that no row took
 * @param oldestUnpaid the due date of the oldest row that is overdue
 * @param paidOff whether nothing is left to pay, now or later
 * @param capitalized interest that becomes principal by plan, now or later; none where the terms do not allow it
 */
public record Statement(
        LocalDate asOf,
        List<StatementRow> rows,
        List<Share> shares,
        Parts outstanding,
        Money overdue,
        Money creditBalance,
        @Nullable LocalDate oldestUnpaid,
        boolean paidOff,
        List<Row> capitalized) {
    public Statement {
        rows = List.copyOf(rows);
        shares = List.copyOf(shares);
        capitalized = List.copyOf(capitalized);
    }

    public Optional<Share> share(String fact) {
        return shares.stream().filter(share -> share.of().equals(fact)).findFirst();
    }
}
