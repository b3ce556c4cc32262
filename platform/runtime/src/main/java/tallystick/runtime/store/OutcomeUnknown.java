package tallystick.runtime.store;

/**
 * The store did not say in time whether an append is durable. It may be; the appender goes on finding out. Send the same
 * command with the same key again to learn what happened.
 */
public final class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OutcomeUnknown(String message) {
        super(message);
    }
}
