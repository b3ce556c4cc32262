package tallystick.bank.testkit;

/** How the bank treats the next call of the adapter. */
public enum Treatment {
    /** It takes the order in, and says so. */
    ACCEPT,
    /** It says no, over a channel that proves who says it. */
    REJECT,
    /** Nobody answers, and nothing has arrived. */
    TIMEOUT_BEFORE,
    /** It does what was ordered, and nobody answers. */
    TIMEOUT_AFTER_SUCCESS,
    /** The connection breaks after the order has left. */
    RESET,
    /** It answers with a fault of its own. */
    FAULT,
    /** It answers with noise. */
    GARBAGE,
    /** It answers in its own form, with a word that nobody has heard of. */
    UNKNOWN_WORD,
    /** Nobody listens at its address. */
    UNREACHABLE,
    /** It takes the order and does not answer before the adapter's time is over, however long that is. */
    HANG
}
