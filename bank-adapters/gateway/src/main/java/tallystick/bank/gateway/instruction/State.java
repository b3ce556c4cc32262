package tallystick.bank.gateway.instruction;

/** How far an instruction has come. */
public enum State {
    /** It is to be sent; no byte has left. */
    COMMITTED,
    /** A byte may have left; there is no answer yet. */
    SENT,
    /** The bank has it and will say more. */
    ACCEPTED,
    /** The money may have moved. Only a question to the bank leads on. */
    UNKNOWN,
    /** Nothing happened, and that is proven: it may be sent again. */
    NOT_SENT,
    CONFIRMED,
    REJECTED,
    /** Confirmed once, and undone by a later fact. */
    RETURNED;

    /** Whether a byte may have left and the last word is missing. */
    public boolean isWaiting() {
        return this == SENT || this == ACCEPTED || this == UNKNOWN;
    }

    /** Whether the next step is to send it. */
    public boolean isUnsent() {
        return this == COMMITTED || this == NOT_SENT;
    }

    public boolean isFinal() {
        return this == CONFIRMED || this == REJECTED || this == RETURNED;
    }
}
