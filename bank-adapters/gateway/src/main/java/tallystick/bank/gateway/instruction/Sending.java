package tallystick.bank.gateway.instruction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BankCommand;
import tallystick.bank.api.BankCommand.ConfirmUnsent;
import tallystick.bank.api.BankCommand.EndUnsent;
import tallystick.bank.api.BankCommand.EscalateSilence;
import tallystick.bank.api.BankCommand.HoldInstruction;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankCommand.RecordNotSent;
import tallystick.bank.api.BankCommand.RecordUnknown;
import tallystick.bank.api.BankCommand.StartSubmission;
import tallystick.bank.api.BankEvent;
import tallystick.bank.api.BankEvent.CancelAsked;
import tallystick.bank.api.BankEvent.DoubtHandedOver;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionHeld;
import tallystick.bank.api.BankEvent.InstructionNotSent;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.InstructionUnknown;
import tallystick.bank.api.BankEvent.SilenceEscalated;
import tallystick.bank.api.BankEvent.SubmissionStarted;
import tallystick.bank.api.Order;

/** Our side of an instruction: when it may be sent, and what is made of silence. */
record Sending(BankInstruction instruction) {
    /** Who owns a doubt that asking has not ended. */
    static final String OWNER = "operations";

    static final String CANCELLED = "CANCELLED_BEFORE_SENT";

    static Sending of(BankCommand command, @Nullable BankInstruction known) {
        return new Sending(Refusals.existing(command, known));
    }

    List<BankEvent> again(Instruct command) {
        if (!instruction.bank().equals(command.bank()) || !Orders.same(instruction.order(), command.order())) {
            throw Refusals.differs(instruction);
        }
        return List.of();
    }

    /** Not a no-op when it comes twice: of two nodes, only the one whose command led to the event may send. */
    List<BankEvent> start(StartSubmission command) {
        if (!instruction.state().isUnsent() || command.attempt() != instruction.attempts() + 1) {
            throw Refusals.notDue(instruction, command.attempt());
        }
        if (instruction.unwanted()) {
            throw Refusals.unwanted(instruction);
        }
        return orHandedOver(new SubmissionStarted(instruction.id(), command.attempt(), command.at()), command.at());
    }

    /** Held until the bank opens; a repeat does nothing. */
    List<BankEvent> held(HoldInstruction command) {
        return instruction.state().isUnsent() && instruction.owedSince().isBefore(command.until())
                ? List.of(new InstructionHeld(
                        instruction.id(), instruction.bank(), command.until(), command.because(), command.at()))
                : List.of();
    }

    List<BankEvent> unknown(RecordUnknown command) {
        return instruction.state() == State.SENT && command.attempt() == instruction.attempts()
                ? List.of(new InstructionUnknown(instruction.id(), command.attempt(), command.because(), command.at()))
                : List.of();
    }

    List<BankEvent> notSent(RecordNotSent command) {
        if (command.attempt() != instruction.attempts()) {
            return List.of();
        }
        return switch (instruction.state()) {
            case SENT, UNKNOWN ->
                List.of(new InstructionNotSent(instruction.id(), command.attempt(), command.proof(), command.at()));
            case ACCEPTED ->
                instruction.opened("accepted-then-not-found", "what the bank accepted", "not found", command.at());
            case COMMITTED, NOT_SENT, CONFIRMED, REJECTED, RETURNED -> List.of();
        };
    }

    /** Only by the proof that sending needs too: what the bank may have is never ended so, but the wish is kept. */
    List<BankEvent> ended(EndUnsent command) {
        if (instruction.state().isUnsent()) {
            return List.of(new InstructionRejected(
                    instruction.id(), instruction.bank(), instruction.order(), null, null, CANCELLED, command.at()));
        }
        return instruction.state().isFinal() || instruction.unwanted()
                ? List.of()
                : List.of(new CancelAsked(instruction.id(), command.at()));
    }

    /** Only of a cancel that the bank has not heard: its answer to what it heard is its own. */
    List<BankEvent> stopped(ConfirmUnsent command) {
        return instruction.order() instanceof Order.Cancel cancel
                        && instruction.state().isUnsent()
                ? List.of(new InstructionConfirmed(
                        instruction.id(),
                        instruction.bank(),
                        cancel,
                        null,
                        null,
                        cancel.amount(),
                        command.valueDate(),
                        null,
                        command.at()))
                : List.of();
    }

    List<BankEvent> silent(EscalateSilence command) {
        if (!isWaitedFor() || command.query() != instruction.doubt().looks() + 1) {
            return List.of();
        }
        var next = Polling.next(command.query(), command.at());
        return orHandedOver(new SilenceEscalated(instruction.id(), command.query(), next, command.at()), command.at());
    }

    /** An unsent cancel waits for what becomes of its order, as what was sent waits for the bank. */
    private boolean isWaitedFor() {
        return instruction.state().isWaiting()
                || (instruction.state().isUnsent() && instruction.order() instanceof Order.Cancel);
    }

    private List<BankEvent> orHandedOver(BankEvent event, Instant at) {
        var events = new ArrayList<BankEvent>();
        events.add(event);
        if (instruction.isOverdue(at)) {
            events.add(new DoubtHandedOver(instruction.id(), instruction.bank(), OWNER, at));
        }
        return events;
    }
}
