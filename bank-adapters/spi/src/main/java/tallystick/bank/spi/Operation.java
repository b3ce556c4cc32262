package tallystick.bank.spi;

/** What can be asked of a bank, and hence what its answers are about. */
public enum Operation {
    REQUEST_CREDIT,
    SIGN_CONTRACT,
    PAY_OUT,
    COLLECT,
    CANCEL
}
