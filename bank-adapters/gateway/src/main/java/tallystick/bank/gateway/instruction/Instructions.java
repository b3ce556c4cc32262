package tallystick.bank.gateway.instruction;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BankCommand;
import tallystick.bank.api.BankEvent;
import tallystick.bank.api.BankEvent.InstructionCommitted;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.InstructionReturned;
import tallystick.bank.api.Order;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.store.Claim;

/** Connects instructions to the machine. The same money has one living instruction at a time. */
public final class Instructions implements Decider<BankCommand, BankEvent, BankInstruction> {
    private static final String MONEY = "bank-order";

    @Override
    public String kind() {
        return InstructionId.KIND;
    }

    @Override
    public Class<BankCommand> commands() {
        return BankCommand.class;
    }

    @Override
    public Class<BankEvent> events() {
        return BankEvent.class;
    }

    @Override
    public Class<BankInstruction> states() {
        return BankInstruction.class;
    }

    @Override
    public List<BankEvent> decide(BankCommand command, @Nullable BankInstruction instruction) {
        return BankInstruction.decide(command, instruction);
    }

    @Override
    public BankInstruction after(@Nullable BankInstruction instruction, BankEvent event) {
        return BankInstruction.after(instruction, event);
    }

    /** A new id for the same money needs proof that the old one is dead. What was paid out stays claimed for ever. */
    @Override
    public List<Claim> claims(BankEvent event) {
        return switch (event) {
            case InstructionCommitted e -> taken(e.instruction(), e.bank(), e.order());
            case InstructionRejected e -> given(e.instruction(), e.bank(), e.order());
            case InstructionConfirmed e
            when e.order() instanceof Order.Collect -> given(e.instruction(), e.bank(), e.order());
            case InstructionReturned e -> given(e.instruction(), e.bank(), e.order());
            default -> List.of();
        };
    }

    private static List<Claim> taken(InstructionId id, BankId bank, Order order) {
        return claim(Orders.money(bank, order).map(money -> Claim.take(MONEY, money, id.value())));
    }

    private static List<Claim> given(InstructionId id, BankId bank, Order order) {
        return claim(Orders.money(bank, order).map(money -> Claim.give(MONEY, money, id.value())));
    }

    private static List<Claim> claim(Optional<Claim> claim) {
        return claim.stream().toList();
    }
}
