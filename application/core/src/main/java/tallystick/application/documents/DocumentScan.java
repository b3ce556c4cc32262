package tallystick.application.documents;

/** Looks for harm in what people upload, before it is kept. Called once per upload; may be slow, must not throw. */
@FunctionalInterface
public interface DocumentScan {
    Result scan(byte[] bytes);

    /** What it found. */
    enum Result {
        CLEAN,
        HARMFUL,
        /** Nobody looked; the document says so. */
        NOT_SCANNED
    }
}
