package tallystick.loan.api;

/** How a borrower was reached. Stored by name: add, never rename. */
public enum Channel {
    CALL,
    MESSAGE,
    LETTER,
    VISIT
}
