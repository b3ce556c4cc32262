package tallystick.loan.engine;

/** What a row owes. */
public enum Component {
    PENALTY,
    FEE,
    INTEREST,
    PRINCIPAL
}
