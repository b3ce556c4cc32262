package tallystick.loan.servicing;

/** How far a loan has come. Public names: add, never rename. */
public enum LoanState {
    BOOKED,
    PAYING_OUT,
    PARTLY_PAID_OUT,
    ACTIVE,
    PAID_OFF,
    CANCELLED,
    WITHDRAWN,
    SOLD
}
