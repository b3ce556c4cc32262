package tallystick.application.placement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProgrammeCommand;
import tallystick.application.api.ProgrammeCommand.AddProgramme;
import tallystick.application.api.ProgrammeData;
import tallystick.application.api.ProgrammeEvent;
import tallystick.application.api.ProgrammeEvent.ProgrammeAdded;
import tallystick.kernel.BankId;
import tallystick.kernel.ProgrammeId;

/** A bank's programme. */
record Programme(ProgrammeId id, BankId bank, ProgrammeData data) {
    static List<ProgrammeEvent> decide(ProgrammeCommand command, @Nullable Programme is) {
        return switch (command) {
            case AddProgramme c ->
                is == null ? List.of(new ProgrammeAdded(c.target(), c.bank(), c.data(), c.by(), c.at())) : List.of();
        };
    }

    static Programme after(ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeAdded e -> new Programme(e.programme(), e.bank(), e.data());
        };
    }
}
