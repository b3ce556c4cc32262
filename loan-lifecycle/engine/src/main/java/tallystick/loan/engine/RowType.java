package tallystick.loan.engine;

/** What falls on the date of a row. */
public enum RowType {
    PAYOUT,
    DOWN_PAYMENT,
    INSTALLMENT,
    /** Principal that was paid before its time, on the day it came; numbered 0, since it was not planned. */
    PREPAYMENT
}
