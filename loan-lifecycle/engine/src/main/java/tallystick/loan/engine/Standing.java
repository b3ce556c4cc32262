package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;

/** Reads a statement off the rows. */
final class Standing {
    private static final List<Component> OF_ROWS_TO_COME = List.of(Component.PRINCIPAL);
    private static final List<Component> OF_ROWS_DUE = List.of(Component.values());

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
                standing.paid);
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
        for (var component : row.due().isAfter(asOf) ? OF_ROWS_TO_COME : OF_ROWS_DUE) {
            outstanding.add(component, row.outstanding(component));
        }
    }
}
