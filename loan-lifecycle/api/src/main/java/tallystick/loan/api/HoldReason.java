package tallystick.loan.api;

/** Why nobody may act on a loan as usual. Stored by name: add, never rename. */
public enum HoldReason {
    FRAUD,
    SANCTIONS,
    DISPUTE,
    DECEASED,
    INSOLVENT
}
