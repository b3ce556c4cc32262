package tallystick.runtime.sealing;

/** A cipher text does not open with the key it names: it was changed or moved. A fault, never an expected outcome. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    SealBroken(String message) {
        super(message);
    }

    SealBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
