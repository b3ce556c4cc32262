package tallystick.application.parties;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.PartyCommand;
import tallystick.application.api.PartyEvent;
import tallystick.runtime.decide.Decider;

/** Connects parties to the machine. */
final class PartyDecider implements Decider<PartyCommand, PartyEvent, Party> {
    @Override
    public String kind() {
        return "party";
    }

    @Override
    public Class<PartyCommand> commands() {
        return PartyCommand.class;
    }

    @Override
    public Class<PartyEvent> events() {
        return PartyEvent.class;
    }

    @Override
    public Class<Party> states() {
        return Party.class;
    }

    @Override
    public List<PartyEvent> decide(PartyCommand command, @Nullable Party state) {
        return Party.decide(command, state);
    }

    @Override
    public Party after(@Nullable Party state, PartyEvent event) {
        return Party.after(state, event);
    }
}
