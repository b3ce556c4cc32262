package tallystick.bank.api;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** What one may ask of an instruction. Only {@link Instruct} comes from other contexts. */
public sealed interface BankCommand extends Addressed {
    @Override
    InstructionId target();

    /** Orders it once for ever; the gateway submits it. */
    record Instruct(InstructionId target, BankId bank, Order order, Instant at) implements BankCommand {}

    /** Says that the first byte is about to leave. */
    record StartSubmission(InstructionId target, int attempt, Instant at) implements BankCommand {}

    record RecordAccepted(
            InstructionId target,
            @Nullable String bankReference,
            @Nullable Long sequence,
            Instant at) implements BankCommand {}

    /** @param because the evidence: what failed, without personal data */
    record RecordUnknown(InstructionId target, int attempt, String because, Instant at) implements BankCommand {}

    /** Proven: nothing happened. */
    record RecordNotSent(InstructionId target, int attempt, String proof, Instant at) implements BankCommand {}

    /**
     * @param payeeMatches whether the payee the bank names is the one we ordered; null when it names none
     * @param terms what the bank changed; null when it agrees to what was asked
     */
    record RecordConfirmed(
            InstructionId target,
            @Nullable String bankReference,
            @Nullable Long sequence,
            Money amount,
            @Nullable Boolean payeeMatches,
            LocalDate valueDate,
            @Nullable BankTerms terms,
            Instant at)
            implements BankCommand {}

    record RecordRejected(
            InstructionId target,
            @Nullable String bankReference,
            @Nullable Long sequence,
            String reason,
            Instant at) implements BankCommand {}

    record RecordReturned(
            InstructionId target,
            @Nullable String bankReference,
            @Nullable Long sequence,
            Money amount,
            String reason,
            LocalDate valueDate,
            Instant at)
            implements BankCommand {}

    /** The bank was asked and gave no usable answer, or the wait ran out: ask later, or call a person. */
    record EscalateSilence(InstructionId target, int query, Instant at) implements BankCommand {}

    /**
     * The bank's statement shows it.
     *
     * @param reference the bank's own of the booking
     */
    record RecordReconciled(
            InstructionId target, boolean back, String reference, Money amount, LocalDate valueDate, Instant at)
            implements BankCommand {}

    /** The bank takes nothing of this kind in now: it waits. */
    record HoldInstruction(InstructionId target, Instant until, String because, Instant at) implements BankCommand {}

    /**
     * A cancel of it exists: what is not at the bank is not sent any more. What the bank may have, stays as it is; should it
     * turn out not to be there, it is not sent again.
     */
    record EndUnsent(InstructionId target, Instant at) implements BankCommand {}

    /** What this cancel asks to stop has ended before the bank had it: the bank need not be asked. */
    record ConfirmUnsent(InstructionId target, LocalDate valueDate, Instant at) implements BankCommand {}

    /** A person says what became of it, since asking does not help. Has no effect until another person agrees. */
    record ProposeResolution(InstructionId target, Resolution resolution, String by, Instant at)
            implements BankCommand {}

    /** @param hash of the proposal that was shown */
    record ApproveResolution(InstructionId target, String hash, String by, Instant at) implements BankCommand {}

    /**
     * What became of an instruction, by hand.
     *
     * @param valueDate of the money that moved; null when none did
     * @param evidence what proves it, without personal data
     */
    record Resolution(
            Outcome outcome,
            @Nullable LocalDate valueDate,
            @Nullable Money amount,
            String evidence) {}

    /** What a person can say of an instruction in doubt. */
    enum Outcome {
        /** It was done. */
        CONFIRMED,
        /** It was not done and will not be. */
        REJECTED,
        /** It was not done: send it again. */
        NOT_SENT
    }

    /** What a bank approved where it differs from what was asked. */
    record BankTerms(
            @Nullable Money amount,
            @Nullable Rate annualRate,
            @Nullable Integer count) {}
}
