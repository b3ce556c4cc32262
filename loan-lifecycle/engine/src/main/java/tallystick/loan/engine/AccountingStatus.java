package tallystick.loan.engine;

/** How the books see a loan. It changes nothing that is owed, but may change what a payment pays first. */
public enum AccountingStatus {
    ACCRUING,
    NON_ACCRUAL,
    CHARGED_OFF,
    /** A guarantor has paid, and the claim is theirs. */
    SUBROGATED
}
