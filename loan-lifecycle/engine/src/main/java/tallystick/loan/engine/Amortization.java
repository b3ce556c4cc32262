package tallystick.loan.engine;

/** How the principal comes back. */
public enum Amortization {
    EQUAL_INSTALLMENTS,
    EQUAL_PRINCIPAL,
    /** Interest in every row, the principal in the last. */
    INTEREST_ONLY,
    /** Everything in the last row. */
    BULLET,
    /** The instalment is agreed. The loan ends when it is paid, or with what is left in the last row. */
    FIXED_INSTALLMENT,
    /** The principal of each row is agreed. */
    CUSTOM
}
