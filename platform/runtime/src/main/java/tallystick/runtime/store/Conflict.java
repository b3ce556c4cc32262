package tallystick.runtime.store;

/** Somebody else appended to the same thing first. Nothing was stored; load again and decide again. */
public final class Conflict extends org.axonframework.modelling.command.ConcurrencyException {
    private static final long serialVersionUID = 1;

    public Conflict(String message) {
        super(message);
    }
}
