package tallystick.application.lines;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.FundingLineCommand;
import tallystick.application.api.FundingLineEvent;
import tallystick.runtime.decide.Decider;

/** Connects funding lines to the machine. */
final class FundingLines implements Decider<FundingLineCommand, FundingLineEvent, FundingLine> {
    @Override
    public String kind() {
        return "funding-line";
    }

    @Override
    public Class<FundingLineCommand> commands() {
        return FundingLineCommand.class;
    }

    @Override
    public Class<FundingLineEvent> events() {
        return FundingLineEvent.class;
    }

    @Override
    public Class<FundingLine> states() {
        return FundingLine.class;
    }

    @Override
    public List<FundingLineEvent> decide(FundingLineCommand command, @Nullable FundingLine state) {
        return FundingLine.decide(command, state);
    }

    @Override
    public FundingLine after(@Nullable FundingLine state, FundingLineEvent event) {
        return FundingLine.after(state, event);
    }
}
