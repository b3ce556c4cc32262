package tallystick.runtime.operations;

/** Thrown by {@link Work#report} when this run shall not go on. */
final class WorkEnded extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    enum Cause {
        CANCELLED,
        /** Another node has taken the work over, because this one was silent for too long. */
        LOST
    }

    private final Cause why;

    WorkEnded(String operation, Cause why) {
        super("Operation %s ends here: %s.".formatted(operation, why), null, false, false);
        this.why = why;
    }

    Cause why() {
        return why;
    }
}
