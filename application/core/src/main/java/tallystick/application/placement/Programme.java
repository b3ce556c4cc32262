package tallystick.application.placement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProgrammeCommand;
import tallystick.application.api.ProgrammeCommand.AddProgramme;
import tallystick.application.api.ProgrammeCommand.ChangeProgramme;
import tallystick.application.api.ProgrammeData;
import tallystick.application.api.ProgrammeEvent;
import tallystick.application.api.ProgrammeEvent.ProgrammeAdded;
import tallystick.application.api.ProgrammeEvent.ProgrammeChanged;
import tallystick.kernel.BankId;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Refusal;

/** A bank's programme. */
record Programme(ProgrammeId id, BankId bank, ProgrammeData data) {
    static List<ProgrammeEvent> decide(ProgrammeCommand command, @Nullable Programme is) {
        return switch (command) {
            case AddProgramme c ->
                is == null ? List.of(new ProgrammeAdded(c.target(), c.bank(), c.data(), c.by(), c.at())) : List.of();
            case ChangeProgramme c -> change(c, is);
        };
    }

    private static List<ProgrammeEvent> change(ChangeProgramme c, @Nullable Programme is) {
        if (is == null) {
            throw Refusal.of(
                            "programme-unknown",
                            "No such programme",
                            "Expected a programme %s; found none. Add it first.".formatted(c.target()))
                    .asException();
        }
        return is.data.equals(c.data()) ? List.of() : List.of(new ProgrammeChanged(is.id, c.data(), c.by(), c.at()));
    }

    static Programme after(@Nullable Programme before, ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeAdded e -> new Programme(e.programme(), e.bank(), e.data());
            case ProgrammeChanged e -> {
                if (before == null) {
                    throw new IllegalStateException("A programme begins with ProgrammeAdded; found " + event + ".");
                }
                yield new Programme(before.id, before.bank, e.data());
            }
        };
    }
}
