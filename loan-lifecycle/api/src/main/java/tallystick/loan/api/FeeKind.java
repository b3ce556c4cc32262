package tallystick.loan.api;

/** What a charge counts as. Stored by name. */
public enum FeeKind {
    FEE,
    PENALTY
}
