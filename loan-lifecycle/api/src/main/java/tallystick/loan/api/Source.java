package tallystick.loan.api;

/** How we learned of a repayment. */
public enum Source {
    BANK_CALLBACK,
    STATEMENT_LINE,
    OFFICER_ENTRY,
    DIRECT_DEBIT,
    /** Taken over with a running loan. */
    IMPORT,
    /** What the sale of collateral brought. */
    COLLATERAL
}
