package tallystick.runtime.store;

/** The store does not take this append; nothing was stored. Try again later, or with less at once. */
public final class StoreBusy extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreBusy(String message) {
        super(message);
    }
}
