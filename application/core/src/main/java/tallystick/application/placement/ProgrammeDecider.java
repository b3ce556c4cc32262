package tallystick.application.placement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProgrammeCommand;
import tallystick.application.api.ProgrammeEvent;
import tallystick.runtime.decide.Decider;

/** Connects programmes to the machine. */
final class ProgrammeDecider implements Decider<ProgrammeCommand, ProgrammeEvent, Programme> {
    @Override
    public String kind() {
        return "programme";
    }

    @Override
    public Class<ProgrammeCommand> commands() {
        return ProgrammeCommand.class;
    }

    @Override
    public Class<ProgrammeEvent> events() {
        return ProgrammeEvent.class;
    }

    @Override
    public Class<Programme> states() {
        return Programme.class;
    }

    @Override
    public List<ProgrammeEvent> decide(ProgrammeCommand command, @Nullable Programme state) {
        return Programme.decide(command, state);
    }

    @Override
    public Programme after(@Nullable Programme state, ProgrammeEvent event) {
        return Programme.after(state, event);
    }
}
