package tallystick.loan.api;

/** What a debt is made of. Stored by name: add, never rename. */
public enum Owed {
    PRINCIPAL,
    INTEREST,
    FEE,
    PENALTY
}
