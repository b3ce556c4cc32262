package tallystick.loan.engine;

import java.time.LocalDate;

/** The end of a loan before its last due date: what is not earned by then is not charged. */
final class Settlement {
    private final OpenRows rows;
    private final Earning earning;
    private final LocalDate through;

    Settlement(OpenRows rows, Earning earning, LocalDate through) {
        this.rows = rows;
        this.earning = earning;
        this.through = through;
    }

    /** What would be to pay, by component. */
    Parts parts() {
        var parts = rows.outstanding();
        return earning.endsWithPayoff() ? parts.minus(unearned(parts)) : parts;
    }

    private Parts unearned(Parts parts) {
        var unearned = Parts.none(parts.currency());
        var accrued = earning.accrued(through);
        for (var row : rows.all()) {
            if (row.due().isAfter(through)) {
                unearned = unearned.plus(Component.INTEREST, row.outstanding(Component.INTEREST) - open(row, accrued))
                        .plus(Component.FEE, fee(row));
                accrued -= Math.min(accrued, row.owed().interestUnits());
            }
        }
        return unearned;
    }

    /** What of the accrued interest belongs to the row and is not paid. */
    private static long open(OpenRow row, long accrued) {
        var earned = Math.min(accrued, row.owed().interestUnits());
        return Math.max(0, earned - row.paid().interestUnits());
    }

    /** A fee of the contract that comes with a later row; a charge stays owed. */
    private static long fee(OpenRow row) {
        return Math.min(row.planned().parts().feeUnits(), row.outstanding(Component.FEE));
    }

    /** Takes what is not earned off the rows. */
    void close() {
        var accrued = earning.accrued(through);
        for (var row : rows.all()) {
            if (row.due().isAfter(through)) {
                var earned = Math.min(accrued, row.owed().interestUnits());
                row.owe(Component.INTEREST, open(row, accrued) - row.outstanding(Component.INTEREST));
                row.owe(Component.FEE, -fee(row));
                accrued -= earned;
            }
        }
    }
}
