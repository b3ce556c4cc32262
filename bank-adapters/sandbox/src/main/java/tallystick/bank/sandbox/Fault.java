package tallystick.bank.sandbox;

/** What may go wrong with a bank, on demand. */
public enum Fault {
    /** The callback comes some seconds late. */
    DELAY,
    /** The order is lost and nobody answers. */
    TIMEOUT_BEFORE,
    /** The money moves; nobody answers and nobody calls back. */
    TIMEOUT_AFTER_SUCCESS,
    /** The connection breaks, before or after the money moved: the seed decides. */
    RESET,
    STATUS_500,
    /** The money moves, and the answer is noise. */
    GARBAGE,
    /** The callback comes three times: twice as one message, once as another. */
    DUPLICATE,
    /** "Accepted" arrives after "confirmed". */
    REORDER,
    /** The money moves; the callback is lost. */
    DROP,
    /** The callback says one thing and a moment later its contrary. */
    CONTRADICT,
    /** What was confirmed is returned seconds later. */
    LATE_RETURN,
    /** Half of the amount moves. */
    PARTIAL,
    /** The bank's word names another amount than its ledger. */
    WRONG_AMOUNT,
    /** Before the callback comes one whose signature is wrong. */
    FORGED,
    /** Before the callback comes one that was signed ten minutes ago. */
    STALE,
    STATUS_429,
    /** For 45 seconds nobody can be reached. */
    OUTAGE,
    REJECT,
    /** The order is taken in, and nothing follows. */
    SILENT,
    /** The account is frozen: refused, with that reason. */
    FROZEN,
    /** The money moves, and the bank's word names another account than was ordered. */
    OTHER_PAYEE,
    /** A credit is granted for less and at more than was asked. */
    OTHER_TERMS
}
