package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;

/** Reads a statement off the rows. */
final class Standing {
    private final LocalDate asOf;
    private final Tally outstanding = new Tally();
    private final List<StatementRow> rows;
    private long overdue;
    private @Nullable LocalDate oldestUnpaid;
    private boolean paid = true;

    private Standing(OpenRows open, LocalDate asOf) {
        this.asOf = asOf;
        rows = new ArrayList<>(open.all().size());
        open.all().forEach(this::add);
    }

    static Statement of(Replay replay, List<Share> shares, LocalDate asOf) {
        var standing = new Standing(replay.rows(), asOf);
        var currency = replay.credit().currency();
        return new Statement(
                asOf,
                standing.rows,
                shares,
                standing.outstanding.parts(currency),
                Money.ofMinor(currency, standing.overdue),
                replay.credit(),
                standing.oldestUnpaid,
                standing.paid,
                replay.rows().capitalized());
    }

    private void add(OpenRow row) {
        rows.add(row.statement());
        if (row.isPaid()) {
            return;
        }
        paid = false;
        owe(row);
        if (row.due().isBefore(asOf)) {
            overdue += row.outstandingUnits();
            oldestUnpaid = oldestUnpaid == null ? row.due() : oldestUnpaid;
        }
    }

    /** Of rows to come only the principal is owed. */
    private void owe(OpenRow row) {
        if (row.due().isAfter(asOf)) {
            outstanding.add(Component.PRINCIPAL, row.outstanding(Component.PRINCIPAL));
        } else {
            outstanding.add(row.outstanding());
        }
    }
}
