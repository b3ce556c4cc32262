package tallystick.loan.engine;

/** What falls on the date of a row. */
public enum RowType {
    PAYOUT,
    /** A fee that is paid apart when the money comes. */
    FEE,
    DOWN_PAYMENT,
    INSTALLMENT,
    /** Interest that a row did not pay and that is principal from here on: negative amortization. */
    CAPITALIZED,
    /** Principal that was paid before its time, on the day it came; numbered 0, since it was not planned. */
    PREPAYMENT
}
