package tallystick.runtime.decide;

/** Turns what was decided into the bytes kept with an idempotency claim, and found again when the request is repeated. */
public interface Answers {
    /** The kind of the claims that remember requests. */
    String CLAIM = "idempotency";

    byte[] keep(Origin.Once once, Decided<?> decided);
}
