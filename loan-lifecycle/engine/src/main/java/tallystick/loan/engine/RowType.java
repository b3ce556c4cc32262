package tallystick.loan.engine;

/** What falls on the date of a row. */
public enum RowType {
    PAYOUT,
    DOWN_PAYMENT,
    INSTALLMENT
}
