package tallystick.application.dealers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.DealerCommand;
import tallystick.application.api.DealerEvent;
import tallystick.runtime.decide.Decider;

/** Connects dealers to the machine. */
final class DealerDecider implements Decider<DealerCommand, DealerEvent, Dealer> {
    @Override
    public String kind() {
        return "dealer";
    }

    @Override
    public Class<DealerCommand> commands() {
        return DealerCommand.class;
    }

    @Override
    public Class<DealerEvent> events() {
        return DealerEvent.class;
    }

    @Override
    public Class<Dealer> states() {
        return Dealer.class;
    }

    @Override
    public List<DealerEvent> decide(DealerCommand command, @Nullable Dealer state) {
        return Dealer.decide(command, state);
    }

    @Override
    public Dealer after(@Nullable Dealer state, DealerEvent event) {
        return Dealer.after(state, event);
    }
}
