package tallystick.runtime.web.writes;

/**
 * Hides stored answers, which may hold personal data, and makes keyed hashes of requests and cursors. One secret for all
 * nodes; what was sealed must stay readable for as long as idempotency keys are kept.
 */
public interface AnswerSealer {
    byte[] seal(byte[] plain);

    byte[] open(byte[] sealed);

    /** A keyed hash of 32 bytes; different purposes never give equal hashes. */
    byte[] mac(String purpose, byte[] content);
}
