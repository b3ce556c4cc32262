package tallystick.bank.gateway.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BreakCommand;
import tallystick.bank.api.BreakEvent;
import tallystick.bank.api.BreakId;
import tallystick.runtime.decide.Decider;

/** Connects cases to the machine. */
final class BreakCases implements Decider<BreakCommand, BreakEvent, BreakCase> {
    @Override
    public String kind() {
        return BreakId.KIND;
    }

    @Override
    public Class<BreakCommand> commands() {
        return BreakCommand.class;
    }

    @Override
    public Class<BreakEvent> events() {
        return BreakEvent.class;
    }

    @Override
    public Class<BreakCase> states() {
        return BreakCase.class;
    }

    @Override
    public List<BreakEvent> decide(BreakCommand command, @Nullable BreakCase state) {
        return BreakCase.decide(command, state);
    }

    @Override
    public BreakCase after(@Nullable BreakCase state, BreakEvent event) {
        return BreakCase.after(state, event);
    }
}
