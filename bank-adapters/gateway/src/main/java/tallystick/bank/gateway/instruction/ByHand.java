package tallystick.bank.gateway.instruction;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BankCommand;
import tallystick.bank.api.BankCommand.ApproveResolution;
import tallystick.bank.api.BankCommand.ProposeResolution;
import tallystick.bank.api.BankCommand.RecordConfirmed;
import tallystick.bank.api.BankCommand.Resolution;
import tallystick.bank.api.BankEvent;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionNotSent;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.ResolutionApproved;
import tallystick.bank.api.BankEvent.ResolutionProposed;
import tallystick.bank.gateway.approval.Agreement;
import tallystick.bank.gateway.instruction.BankInstruction.Proposed;
import tallystick.kernel.Money;
import tallystick.kernel.Sha256;

/**
 * What people say of an instruction in doubt: one proposes, another agrees to exactly that. They are held to what the
 * bank is held to: no other amount than was ordered, and no second submission without a proof.
 */
record ByHand(BankInstruction instruction) {
    private static final String REASON = "RESOLVED_BY_HAND";

    static ByHand of(BankCommand command, @Nullable BankInstruction known) {
        return new ByHand(Refusals.existing(command, known));
    }

    List<BankEvent> proposed(ProposeResolution command) {
        if (!instruction.isInDoubt()) {
            throw Refusals.notInDoubt(instruction);
        }
        check(command);
        var same = new Proposed(command.resolution(), command.by(), null)
                .equals(instruction.doubt().proposed());
        return same
                ? List.of()
                : List.of(new ResolutionProposed(instruction.id(), command.resolution(), command.by(), command.at()));
    }

    private void check(ProposeResolution command) {
        var resolution = command.resolution();
        var unsent = instruction.state().isUnsent();
        switch (resolution.outcome()) {
            case CONFIRMED -> {
                var mismatch = Mismatch.of(instruction.order(), confirmation(command));
                if (unsent || mismatch != null) {
                    throw Refusals.impossible(
                            instruction,
                            mismatch == null ? "an instruction that was sent" : mismatch.expected(),
                            mismatch == null ? instruction.state().name() : mismatch.found());
                }
            }
            case NOT_SENT -> {
                if (unsent) {
                    throw Refusals.impossible(
                            instruction,
                            "an instruction that was sent",
                            instruction.state().name());
                }
            }
            case REJECTED -> {}
        }
    }

    private RecordConfirmed confirmation(ProposeResolution command) {
        var resolution = command.resolution();
        return new RecordConfirmed(
                instruction.id(),
                null,
                null,
                moved(resolution),
                null,
                Objects.requireNonNull(resolution.valueDate(), "What was done has a value date."),
                null,
                command.at());
    }

    List<BankEvent> approved(ApproveResolution command) {
        var proposed = instruction.doubt().proposed();
        if (proposed == null) {
            throw Refusals.nothingProposed(instruction);
        }
        if (proposed.approvedBy() != null) {
            return List.of();
        }
        Agreement.require(proposed.by(), command.by(), hash(instruction), command.hash());
        if (!instruction.isInDoubt()) {
            throw Refusals.notInDoubt(instruction);
        }
        return decided(proposed, command);
    }

    private List<BankEvent> decided(Proposed proposed, ApproveResolution command) {
        var resolution = proposed.resolution();
        var events = new ArrayList<BankEvent>();
        events.add(new ResolutionApproved(instruction.id(), resolution, proposed.by(), command.by(), command.at()));
        events.add(
                switch (resolution.outcome()) {
                    case CONFIRMED ->
                        new InstructionConfirmed(
                                instruction.id(),
                                instruction.bank(),
                                instruction.order(),
                                null,
                                null,
                                moved(resolution),
                                Objects.requireNonNull(resolution.valueDate()),
                                null,
                                command.at());
                    case REJECTED ->
                        new InstructionRejected(
                                instruction.id(),
                                instruction.bank(),
                                instruction.order(),
                                null,
                                null,
                                REASON,
                                command.at());
                    case NOT_SENT ->
                        new InstructionNotSent(instruction.id(), instruction.attempts(), REASON, command.at());
                });
        return events;
    }

    private Money moved(Resolution resolution) {
        return Objects.requireNonNullElse(
                resolution.amount(), instruction.order().amount());
    }

    /** Of what was shown: another proposal, another attempt or another state is another hash. */
    static String hash(BankInstruction instruction) {
        var proposed = instruction.doubt().proposed();
        return Sha256.hex("%s %s %d %s"
                .formatted(
                        instruction.id(),
                        instruction.state(),
                        instruction.attempts(),
                        proposed == null ? "" : proposed.resolution() + " " + proposed.by()));
    }
}
