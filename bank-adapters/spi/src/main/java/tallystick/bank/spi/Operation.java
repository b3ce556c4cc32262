package tallystick.bank.spi;

/** What can be asked of a bank, and hence what its answers are about. */
public enum Operation {
    REQUEST_CREDIT,
    SIGN_CONTRACT,
    PAY_OUT,
    COLLECT,
    CANCEL,
    REFUND,
    SYNC_SCHEDULE,
    GUARANTEE_PAYMENT,
    BUY_BACK,
    REGISTER_MANDATE
}
