package tallystick.application.placement;

import org.axonframework.eventhandling.EventHandler;
import tallystick.application.api.FundingLineEvent.LineApproved;
import tallystick.application.api.ProgrammeCommand.ApproveProgramme;
import tallystick.application.lines.FundingLine;
import tallystick.kernel.Refused;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Things;

/** Who approves the line of a new programme approves the programme with it, as it was then. */
final class LineApprovals {
    private final Things things;
    private final Commands commands;

    LineApprovals(Things things, Commands commands) {
        this.things = things;
        this.commands = commands;
    }

    @EventHandler
    void on(LineApproved event) {
        things.find(FundingLine.class, event.line().value())
                .flatMap(line ->
                        things.find(Programme.class, line.state().programme().value()))
                .ifPresent(programme -> approve(programme.state(), event));
    }

    private void approve(Programme programme, LineApproved event) {
        var proposal = programme.proposal();
        if (programme.approvedBy() != null || proposal == null || proposal.at().isAfter(event.at())) {
            return;
        }
        try {
            commands.sendAndWait(new ApproveProgramme(programme.id(), proposal.data(), event.by(), event.at()));
        } catch (Refused sameWhoProposed) {
            // Then somebody else approves the programme for itself.
        }
    }
}
