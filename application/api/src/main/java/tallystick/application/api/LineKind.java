package tallystick.application.api;

/** What repayments do to a funding line. Public names. */
public enum LineKind {
    /** Nothing: what was lent is used up. */
    VOLUME,
    /** The principal that comes back may be lent again. */
    BALANCE
}
