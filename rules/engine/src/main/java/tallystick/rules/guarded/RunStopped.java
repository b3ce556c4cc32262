package tallystick.rules.guarded;

/** Guarded rules went on beyond what one run may do: they call each other for ever, or gather without end. */
public final class RunStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    RunStopped(String message) {
        super(message);
    }
}
