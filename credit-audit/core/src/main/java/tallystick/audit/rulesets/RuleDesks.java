package tallystick.audit.rulesets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.RuleSetCommand;
import tallystick.audit.api.RuleSetEvent;
import tallystick.runtime.decide.Decider;

/** Connects rule desks to the machine. */
final class RuleDesks implements Decider<RuleSetCommand, RuleSetEvent, RuleDesk> {
    @Override
    public String kind() {
        return "ruledesk";
    }

    @Override
    public Class<RuleSetCommand> commands() {
        return RuleSetCommand.class;
    }

    @Override
    public Class<RuleSetEvent> events() {
        return RuleSetEvent.class;
    }

    @Override
    public Class<RuleDesk> states() {
        return RuleDesk.class;
    }

    @Override
    public List<RuleSetEvent> decide(RuleSetCommand command, @Nullable RuleDesk state) {
        return RuleDesk.decide(command, state);
    }

    @Override
    public RuleDesk after(@Nullable RuleDesk state, RuleSetEvent event) {
        return RuleDesk.after(state, event);
    }
}
