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

    /**
     * The adapter has it for certain, and gives it to the bank later, with others: in a file, at a time of the bank's.
     * Nothing is known of the money, as with {@link Unknown}, and it is treated alike: the gateway inquires and never
     * sends again blindly. But nobody was silent, so the bank is not taken for one that does not answer. Whoever answers
     * so keeps the instruction by its id for ever, knows it when it is asked ({@link StatusAnswer.Found}, with no facts
     * until the bank has said something), and gives it to the bank once, through any crash.
     *
     * @param where for people, without personal data
     */
    record Held(String where) implements SubmitAnswer {}
}
