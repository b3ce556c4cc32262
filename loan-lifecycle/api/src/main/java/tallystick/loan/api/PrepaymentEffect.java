package tallystick.loan.api;

/** What becomes of the rows to come when principal is paid before its time. Stored by name: add, never rename. */
public enum PrepaymentEffect {
    /** The instalment stays, and the last rows are not needed. */
    SHORTER_TERM,
    /** The due dates stay, and each row takes less. */
    SMALLER_INSTALLMENT,
    /** The principal of the next rows is paid already; the rows after them stay. */
    PRINCIPAL_IN_ADVANCE
}
