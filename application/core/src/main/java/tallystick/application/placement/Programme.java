package tallystick.application.placement;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProgrammeCommand;
import tallystick.application.api.ProgrammeCommand.*;
import tallystick.application.api.ProgrammeData;
import tallystick.application.api.ProgrammeEvent;
import tallystick.application.api.ProgrammeEvent.*;
import tallystick.kernel.BankId;
import tallystick.kernel.ProgrammeId;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.runtime.approval.FourEyes;
import tallystick.runtime.decide.Decider;

/**
 * A bank's programme. What one person writes down takes effect when another has approved it.
 *
 * @param data in force, or what was added while nobody has approved it
 * @param approvedBy null while nothing is in force
 * @param proposal what waits for another person; null when nothing does
 */
record Programme(
        ProgrammeId id,
        BankId bank,
        ProgrammeData data,
        @Nullable String approvedBy,
        @Nullable Proposal proposal) {
    record Proposal(ProgrammeData data, String by, Instant at) {}

    /** Connects programmes to the machine. */
    static Decider<ProgrammeCommand, ProgrammeEvent, Programme> decider() {
        return Decider.of(
                "programme",
                ProgrammeCommand.class,
                ProgrammeEvent.class,
                Programme.class,
                Programme::decide,
                Programme::after);
    }

    static List<ProgrammeEvent> decide(ProgrammeCommand command, @Nullable Programme is) {
        if (command instanceof AddProgramme c) {
            if (is != null) {
                throw taken(is);
            }
            return List.of(new ProgrammeAdded(c.target(), c.bank(), c.data(), c.by(), c.at()));
        }
        if (is == null) {
            throw no(
                    "programme-unknown",
                    "No such programme",
                    "Expected a programme %s; found none. Add it first.".formatted(command.target()));
        }
        return switch (command) {
            case AddProgramme _ -> List.of();
            case ChangeProgramme c -> is.change(c);
            case ApproveProgramme c -> is.approve(c);
        };
    }

    private List<ProgrammeEvent> change(ChangeProgramme c) {
        var newest = proposal == null ? data : proposal.data();
        return newest.equals(c.data()) ? List.of() : List.of(new ProgrammeChanged(id, c.data(), c.by(), c.at()));
    }

    /** Of exactly what was shown. */
    private List<ProgrammeEvent> approve(ApproveProgramme c) {
        if (proposal == null) {
            return List.of();
        }
        FourEyes.mustBeShown(
                "programme " + id.name(), ProgrammeView.hash(proposal.data()), ProgrammeView.hash(c.data()));
        FourEyes.mustDiffer(proposal.by(), c.by());
        return List.of(new ProgrammeApproved(id, c.data(), c.by(), c.at()));
    }

    private static Refused taken(Programme is) {
        return no(
                "already-taken",
                "Something that must be unique is taken",
                "Expected a new name; a programme %s of bank %s is there. Change that one, or choose another name."
                        .formatted(is.id.name(), is.bank));
    }

    private static Refused no(String code, String title, String detail) {
        return Refusal.of(code, title, detail).asException();
    }

    static Programme after(@Nullable Programme before, ProgrammeEvent event) {
        if (event instanceof ProgrammeAdded e) {
            return new Programme(e.programme(), e.bank(), e.data(), null, new Proposal(e.data(), e.by(), e.at()));
        }
        var is = Objects.requireNonNull(before, "A programme begins with ProgrammeAdded.");
        return switch (event) {
            case ProgrammeAdded _ -> is;
            case ProgrammeChanged e ->
                new Programme(is.id, is.bank, is.data, is.approvedBy, new Proposal(e.data(), e.by(), e.at()));
            case ProgrammeApproved e -> new Programme(is.id, is.bank, e.data(), e.by(), null);
        };
    }
}
