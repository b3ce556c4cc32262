package tallystick.loan.engine;

/** How the principal comes back. */
public enum Amortization {
    EQUAL_INSTALLMENTS,
    EQUAL_PRINCIPAL,
    /** Interest in every row, the principal in the last. */
    INTEREST_ONLY,
    /** Everything in the last row. */
    BULLET
}
