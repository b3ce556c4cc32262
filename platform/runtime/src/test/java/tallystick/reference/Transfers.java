package tallystick.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.decide.Decider;

/** Connects transfers to the machine. */
public final class Transfers implements Decider<TransferCommand, TransferEvent, Transfer> {
    @Override
    public String kind() {
        return "transfer";
    }

    @Override
    public Class<TransferCommand> commands() {
        return TransferCommand.class;
    }

    @Override
    public Class<TransferEvent> events() {
        return TransferEvent.class;
    }

    @Override
    public Class<Transfer> states() {
        return Transfer.class;
    }

    @Override
    public List<TransferEvent> decide(TransferCommand command, @Nullable Transfer transfer) {
        return Transfer.decide(command, transfer);
    }

    @Override
    public Transfer after(@Nullable Transfer transfer, TransferEvent event) {
        return Transfer.after(transfer, event);
    }
}
