package tallystick.loan.engine;

import java.time.LocalDate;

/**
 * The end of a loan before its last due date: interest that is not earned by then and fees of later rows are not
 * charged. Where they were paid in advance they pay principal instead.
 */
final class Settlement {
    private final OpenRows rows;
    private final LocalDate through;
    private final boolean givesBack;
    private long accrued;

    Settlement(OpenRows rows, Plan plan, LocalDate through) {
        this.rows = rows;
        this.through = through;
        givesBack = plan.endsWithPayoff();
        accrued = givesBack ? plan.earning().accrued(through) : 0;
    }

    /** What would be to pay, by component. */
    Parts parts() {
        var left = accrued;
        var parts = Parts.none(rows.currency());
        var back = 0L;
        for (var row : rows.all()) {
            if (givesBack && row.due().isAfter(through)) {
                var earned = Math.min(left, row.owed(Component.INTEREST));
                left -= earned;
                parts = parts.plus(row.outstandingIf(earned, row.chargedFees()));
                back += row.overpaidIf(earned, row.chargedFees()).totalUnits();
            } else {
                parts = parts.plus(row.outstanding());
            }
        }
        return parts.plus(Component.PRINCIPAL, -Math.min(back, parts.principalUnits()));
    }

    /** Takes what is not earned off the rows. Says what of it had been paid: it is free to pay something else. */
    Parts close() {
        var back = Parts.none(rows.currency());
        if (!givesBack) {
            return back;
        }
        rows.capitalizeNoMore(through);
        for (var row : rows.all()) {
            if (row.due().isAfter(through)) {
                var earned = Math.min(accrued, row.owed(Component.INTEREST));
                accrued -= earned;
                back = back.plus(row.lessen(earned, row.chargedFees()));
            }
        }
        return back;
    }
}
