package tallystick.application.api;

/** What repayments do to a funding line. Public names. */
public enum LineKind {
    /** Nothing: what was lent is used up. */
    VOLUME,
    /** The principal that comes back may be lent again. */
    BALANCE,
    /**
     * As with a balance; nobody proposes it: it counts all that a bank lends together with others, and its limit is the most
     * that the law allows.
     */
    EXPOSURE
}
