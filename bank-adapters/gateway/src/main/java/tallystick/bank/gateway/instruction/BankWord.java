package tallystick.bank.gateway.instruction;

import static tallystick.bank.gateway.instruction.State.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BankCommand;
import tallystick.bank.api.BankCommand.RecordAccepted;
import tallystick.bank.api.BankCommand.RecordConfirmed;
import tallystick.bank.api.BankCommand.RecordReconciled;
import tallystick.bank.api.BankCommand.RecordRejected;
import tallystick.bank.api.BankCommand.RecordReturned;
import tallystick.bank.api.BankEvent;
import tallystick.bank.api.BankEvent.InstructionAccepted;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionReconciled;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.InstructionReturned;
import tallystick.bank.api.BankEvent.InstructionUnknown;
import tallystick.bank.api.Order;
import tallystick.kernel.Money;

/**
 * The bank's side of an instruction. Ordered by the bank's sequence, else by the rank of what is said, never by arrival:
 * a lower rank is told already, and a last word against another last word opens a break.
 */
record BankWord(BankInstruction instruction) {
    static BankWord of(BankCommand command, @Nullable BankInstruction known) {
        return new BankWord(Refusals.existing(command, known));
    }

    List<BankEvent> accepted(RecordAccepted said) {
        return switch (instruction.state()) {
            case SENT, UNKNOWN ->
                List.of(new InstructionAccepted(instruction.id(), said.bankReference(), said.sequence(), said.at()));
            case COMMITTED, NOT_SENT -> contradictsProof(ACCEPTED, said.at());
            case ACCEPTED, CONFIRMED, REJECTED, RETURNED -> List.of();
        };
    }

    List<BankEvent> confirmed(RecordConfirmed said) {
        return switch (instruction.state()) {
            case SENT, ACCEPTED, UNKNOWN -> checked(said);
            case COMMITTED, NOT_SENT -> contradictsProof(CONFIRMED, said.at());
            case CONFIRMED -> repeated(said);
            case REJECTED -> instruction.opened("contradictory-final", REJECTED, CONFIRMED, said.at());
            // A confirmation that only arrives after the return it preceded has had its effect.
            case RETURNED ->
                isLater(said.sequence())
                        ? instruction.opened("contradictory-final", RETURNED, CONFIRMED, said.at())
                        : List.of();
        };
    }

    private List<BankEvent> repeated(RecordConfirmed said) {
        var moved = instruction.said().moved();
        return said.amount().equals(moved)
                ? List.of()
                : instruction.opened("confirmed-differently", moved, said.amount(), said.at());
    }

    private List<BankEvent> checked(RecordConfirmed said) {
        var mismatch = Mismatch.of(instruction.order(), said);
        return mismatch != null
                ? instruction.opened(mismatch.kind(), mismatch.expected(), mismatch.found(), said.at())
                : List.of(new InstructionConfirmed(
                        instruction.id(),
                        instruction.bank(),
                        instruction.order(),
                        said.bankReference(),
                        said.sequence(),
                        said.amount(),
                        said.valueDate(),
                        said.terms(),
                        said.at()));
    }

    List<BankEvent> rejected(RecordRejected said) {
        return switch (instruction.state()) {
            case SENT, ACCEPTED, UNKNOWN ->
                List.of(new InstructionRejected(
                        instruction.id(),
                        instruction.bank(),
                        instruction.order(),
                        said.bankReference(),
                        said.sequence(),
                        said.reason(),
                        said.at()));
            case COMMITTED, NOT_SENT -> contradictsProof(REJECTED, said.at());
            case REJECTED -> List.of();
            case CONFIRMED, RETURNED ->
                instruction.opened("contradictory-final", instruction.state(), REJECTED, said.at());
        };
    }

    List<BankEvent> returned(RecordReturned said) {
        return switch (instruction.state()) {
            case SENT, ACCEPTED, UNKNOWN -> doneAndUndone(said);
            case CONFIRMED -> undone(said, moved());
            case COMMITTED, NOT_SENT -> contradictsProof(RETURNED, said.at());
            case REJECTED -> instruction.opened("contradictory-final", REJECTED, RETURNED, said.at());
            case RETURNED -> List.of();
        };
    }

    /**
     * What is returned was done before, even if nobody has said so yet: whoever follows hears of both. But nobody is to build
     * a claim on a guarantor's money that has left again.
     */
    private List<BankEvent> doneAndUndone(RecordReturned said) {
        var undone = undone(said, instruction.order().amount());
        if (undone.isEmpty()
                || !(undone.getFirst() instanceof InstructionReturned)
                || instruction.order() instanceof Order.GuaranteePayment) {
            return undone;
        }
        var done = new InstructionConfirmed(
                instruction.id(),
                instruction.bank(),
                instruction.order(),
                said.bankReference(),
                null,
                said.amount(),
                said.valueDate(),
                null,
                said.at());
        return List.of(done, undone.getFirst());
    }

    /** All of it, or a person looks: whoever books a return takes back the whole. */
    private List<BankEvent> undone(RecordReturned said, Money whole) {
        var ahead = Mismatch.ahead(said.valueDate(), said.at());
        if (ahead != null) {
            return instruction.opened(ahead.kind(), ahead.expected(), ahead.found(), said.at());
        }
        return said.amount().equals(whole)
                ? List.of(new InstructionReturned(
                        instruction.id(),
                        instruction.bank(),
                        instruction.order(),
                        said.sequence(),
                        said.amount(),
                        said.reason(),
                        said.valueDate(),
                        said.at()))
                : instruction.opened("returned-amount", whole, said.amount(), said.at());
    }

    private Money moved() {
        var moved = instruction.said().moved();
        return moved == null ? instruction.order().amount() : moved;
    }

    private boolean isLater(@Nullable Long number) {
        var last = instruction.said().sequence();
        return last != null && number != null && number > last;
    }

    /** A booking reconciles once, and only what is final: what was in transit has arrived. */
    List<BankEvent> reconciled(RecordReconciled said) {
        return !instruction.state().isFinal()
                        || instruction.said().onStatement().contains(said.reference())
                ? List.of()
                : List.of(new InstructionReconciled(
                        instruction.id(),
                        instruction.bank(),
                        instruction.order(),
                        said.back(),
                        said.reference(),
                        said.amount(),
                        said.valueDate(),
                        said.at()));
    }

    /** We had proof that nothing happened, and the bank speaks of it: nothing is sent any more, the bank is asked. */
    private List<BankEvent> contradictsProof(State word, Instant at) {
        var events = new ArrayList<>(instruction.opened("spoken-of-unsent", instruction.state(), word, at));
        events.add(new InstructionUnknown(
                instruction.id(), instruction.attempts(), "The bank speaks of what was not sent.", at));
        return events;
    }
}
