package tallystick.bank.spi;

import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt to send. When in doubt it is {@link Unknown}: silence, a broken connection, a 5xx, garbage
 * and a code nobody has heard of are never a failure. The gateway maps any {@code Throwable} to it.
 */
public sealed interface SubmitAnswer {
    /** The bank has it. */
    record Accepted(
            @Nullable String bankReference, @Nullable Long sequence) implements SubmitAnswer {}

    /** The bank has said its last word already, over a channel that proves who says it. */
    record Final(BankFact.OfInstruction fact) implements SubmitAnswer {}

    /**
     * Nothing happened, and that is proven: no byte had left, or the bank refused to take it in. Only then may the
     * gateway send the same instruction again.
     *
     * @param proof for people, without personal data
     */
    record NotSent(String proof) implements SubmitAnswer {}

    /**
     * The money may have moved. The gateway inquires; it never sends again blindly.
     *
     * @param evidence what was seen, without personal data
     */
    record Unknown(String evidence) implements SubmitAnswer {}
}
