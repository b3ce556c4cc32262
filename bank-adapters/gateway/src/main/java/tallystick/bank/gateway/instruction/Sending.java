package tallystick.bank.gateway.instruction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BankCommand;
import tallystick.bank.api.BankCommand.EscalateSilence;
import tallystick.bank.api.BankCommand.HoldInstruction;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankCommand.RecordNotSent;
import tallystick.bank.api.BankCommand.RecordUnknown;
import tallystick.bank.api.BankCommand.StartSubmission;
import tallystick.bank.api.BankEvent;
import tallystick.bank.api.BankEvent.DoubtHandedOver;
import tallystick.bank.api.BankEvent.InstructionHeld;
import tallystick.bank.api.BankEvent.InstructionNotSent;
import tallystick.bank.api.BankEvent.InstructionUnknown;
import tallystick.bank.api.BankEvent.SilenceEscalated;
import tallystick.bank.api.BankEvent.SubmissionStarted;

/** Our side of an instruction: when it may be sent, and what is made of silence. */
record Sending(BankInstruction instruction) {
    /** Who owns a doubt that asking has not ended. */
    static final String OWNER = "operations";

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

    List<BankEvent> silent(EscalateSilence command) {
        if (!instruction.state().isWaiting()
                || command.query() != instruction.doubt().looks() + 1) {
            return List.of();
        }
        var next = Polling.next(command.query(), command.at());
        return orHandedOver(new SilenceEscalated(instruction.id(), command.query(), next, command.at()), command.at());
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
