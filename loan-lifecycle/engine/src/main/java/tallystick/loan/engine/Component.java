package tallystick.loan.engine;

/** What money of a loan is for. */
public enum Component {
    PENALTY,
    FEE,
    INTEREST,
    PRINCIPAL
}
