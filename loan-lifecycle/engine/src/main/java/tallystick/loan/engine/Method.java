package tallystick.loan.engine;

/** Whether interest follows the balance that is left, or the amount first lent. */
public enum Method {
    DECLINING,
    FLAT
}
