package tallystick.runtime.decide;

/** The thing has gone on since the version that a person has seen and means to change. Nothing was stored. */
public final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stale(String id, long expected, long found) {
        super("Expected %s to be at version %d; it is at version %d. Read it again.".formatted(id, expected, found));
    }
}
