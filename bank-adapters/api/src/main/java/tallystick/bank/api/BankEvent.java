package tallystick.bank.api;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BankCommand.BankTerms;
import tallystick.bank.api.BankCommand.Resolution;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;

/** Everything that can happen to an instruction. Stored for ever: add, never rename or move. */
public sealed interface BankEvent {
    InstructionId instruction();

    record InstructionCommitted(InstructionId instruction, BankId bank, Order order, Instant at) implements BankEvent {}

    /** The first byte may have left: without an outcome it is unknown, never "not sent". */
    record SubmissionStarted(InstructionId instruction, int attempt, Instant at) implements BankEvent {}

    record InstructionAccepted(
            InstructionId instruction,
            @Nullable String bankReference,
            @Nullable Long sequence,
            Instant at) implements BankEvent {}

    record InstructionUnknown(InstructionId instruction, int attempt, String because, Instant at)
            implements BankEvent {}

    record InstructionNotSent(InstructionId instruction, int attempt, String proof, Instant at) implements BankEvent {}

    record InstructionConfirmed(
            InstructionId instruction,
            BankId bank,
            Order order,
            @Nullable String bankReference,
            @Nullable Long sequence,
            Money amount,
            LocalDate valueDate,
            @Nullable BankTerms terms,
            Instant at)
            implements BankEvent {}

    record InstructionRejected(
            InstructionId instruction,
            BankId bank,
            Order order,
            @Nullable String bankReference,
            @Nullable Long sequence,
            String reason,
            Instant at)
            implements BankEvent {}

    /** A final undone by a later fact. */
    record InstructionReturned(
            InstructionId instruction,
            BankId bank,
            Order order,
            @Nullable Long sequence,
            Money amount,
            String reason,
            LocalDate valueDate,
            Instant at)
            implements BankEvent {}

    /** The bank said something that cannot be true of what we ordered; a person must look. */
    record BreakOpened(InstructionId instruction, BankId bank, String kind, String expected, String found, Instant at)
            implements BankEvent {}

    /** Nobody knows yet what became of it; asked so many times. */
    record SilenceEscalated(InstructionId instruction, int query, Instant nextQueryAt, Instant at)
            implements BankEvent {}

    /** Asking has not helped: a case with an owner. */
    record DoubtHandedOver(InstructionId instruction, BankId bank, String owner, Instant at) implements BankEvent {}

    /** Not sent now: the bank is closed for this. */
    record InstructionHeld(InstructionId instruction, BankId bank, Instant until, String because, Instant at)
            implements BankEvent {}

    record ResolutionProposed(InstructionId instruction, Resolution resolution, String by, Instant at)
            implements BankEvent {}

    /** Two people agree; what follows from it is an event of its own, beside this one. */
    record ResolutionApproved(
            InstructionId instruction, Resolution resolution, String proposedBy, String approvedBy, Instant at)
            implements BankEvent {}

    /**
     * The bank's statement shows it: what was in transit has arrived.
     *
     * @param back whether it is the money that came back
     */
    record InstructionReconciled(
            InstructionId instruction,
            BankId bank,
            Order order,
            boolean back,
            String reference,
            Money amount,
            LocalDate valueDate,
            Instant at)
            implements BankEvent {}

    /** Somebody wants it stopped while the bank may have it: whatever becomes of the cancel, it is not sent again. */
    record CancelAsked(InstructionId instruction, Instant at) implements BankEvent {}
}
