package tallystick.loan.api;

/** What secures a loan. Stored by name: add, never rename. */
public enum CollateralKind {
    VEHICLE,
    PROPERTY,
    DEPOSIT,
    OTHER
}
