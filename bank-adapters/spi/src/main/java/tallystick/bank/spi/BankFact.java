package tallystick.bank.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing a bank says, by callback or as answer to a query. Facts may come late, twice and in any order: the gateway
 * orders them by the bank's sequence or by rank.
 */
public sealed interface BankFact {
    /** What is said of one of our instructions. */
    sealed interface OfInstruction extends BankFact {
        String instruction();

        /** What the bank says it was asked. */
        Operation operation();

        @Nullable
        String bankReference();

        /** Rises with every fact of one instruction; null when the bank does not count. */
        @Nullable
        Long sequence();
    }

    /** The bank has it and will say more. */
    record Accepted(
            String instruction,
            Operation operation,
            @Nullable String bankReference,
            @Nullable Long sequence) implements OfInstruction {}

    /**
     * It is done.
     *
     * @param amount what really moved, or was approved
     * @param payee to whom, where the bank says it
     * @param terms what the bank changed; null when it agrees to what was asked
     */
    record Confirmed(
            String instruction,
            Operation operation,
            @Nullable String bankReference,
            @Nullable Long sequence,
            Amount amount,
            @Nullable Confidential payee,
            LocalDate valueDate,
            @Nullable Terms terms)
            implements OfInstruction {}

    /** A definite no: nothing moved and nothing will. */
    record Rejected(
            String instruction,
            Operation operation,
            @Nullable String bankReference,
            @Nullable Long sequence,
            String reason)
            implements OfInstruction {}

    /** What was confirmed is undone. */
    record Returned(
            String instruction,
            Operation operation,
            @Nullable String bankReference,
            @Nullable Long sequence,
            Amount amount,
            String reason,
            LocalDate valueDate)
            implements OfInstruction {}

    /** A customer paid the bank. Its reference is what makes a repeat a repeat. */
    record RepaymentReceived(String loan, String bankReference, Amount amount, LocalDate valueDate)
            implements BankFact {}

    /**
     * It came from the bank, and nothing can be made of it.
     *
     * @param why without anything of the content
     */
    record Unreadable(String why) implements BankFact {}

    /**
     * Between two statements of our account something is missing, or they contradict each other: a person must look.
     *
     * @param expected what the former statement lets expect, such as {@code statement 12}
     * @param found what came
     */
    record StatementGap(String expected, String found) implements BankFact {}

    /** What a bank approved where it differs from what was asked. */
    record Terms(
            @Nullable Amount amount,
            @Nullable BigDecimal annualRate,
            @Nullable Integer count) {}
}
