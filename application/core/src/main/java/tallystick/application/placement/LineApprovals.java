package tallystick.application.placement;

import org.axonframework.eventhandling.EventHandler;
import tallystick.application.api.FundingLineEvent.LineApproved;
import tallystick.application.api.ProgrammeCommand.ApproveProgramme;
import tallystick.application.lines.FundingLine;
import tallystick.kernel.Refused;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Things;

/**
 * Who approves the line of a new programme approves the programme with it, as it was when the line was proposed: the hash of
 * a line says nothing of its programme, so one that was written down or changed since waits for its own approval.
 */
final class LineApprovals {
    private final Things things;
    private final Commands commands;

    LineApprovals(Things things, Commands commands) {
        this.things = things;
        this.commands = commands;
    }

    @EventHandler
    void on(LineApproved event) {
        var line = things.find(FundingLine.class, event.line().value())
                .orElseThrow()
                .state();
        things.find(Programme.class, line.programme().value())
                .ifPresent(programme -> approve(programme.state(), line, event));
    }

    private void approve(Programme programme, FundingLine line, LineApproved event) {
        var proposal = programme.proposal();
        if (programme.approvedBy() != null || proposal == null || proposal.at().isAfter(line.proposedAt())) {
            return;
        }
        try {
            commands.sendAndWait(new ApproveProgramme(programme.id(), proposal.data(), event.by(), event.at()));
        } catch (Refused sameWhoProposed) {
            // Then somebody else approves the programme for itself.
        }
    }
}
