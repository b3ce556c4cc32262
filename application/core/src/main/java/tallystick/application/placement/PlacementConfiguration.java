package tallystick.application.placement;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.ProgrammeCommand;
import tallystick.application.api.ProgrammeEvent;
import tallystick.application.lines.LentBefore;
import tallystick.application.lines.LineDoor;
import tallystick.application.offers.OfferMaker;
import tallystick.kernel.ProgrammeId;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.decide.Things;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.queries.Queries;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs placement in. */
@Configuration(proxyBeanMethods = false)
@Import(PlacementController.class)
public class PlacementConfiguration {
    @Bean
    Decider<ProgrammeCommand, ProgrammeEvent, Programme> programmeDecider() {
        return Programme.decider();
    }

    @Bean
    EventFamily programmeFamily() {
        return EventFamily.of("application", ProgrammeEvent.class);
    }

    @Bean
    ProgrammeList programmeList(JdbcClient database) {
        return new ProgrammeList(database);
    }

    @Bean
    ProcessingGroup programmes(ProgrammeList list) {
        return ProcessingGroup.readModel("application.programmes.v1", list);
    }

    @Bean
    ProcessingGroup lineApprovals(Things things, Commands commands) {
        return ProcessingGroup.sideEffects("application.line-approvals", new LineApprovals(things, commands));
    }

    @Bean
    ProcessingGroup placementView() {
        return ProcessingGroup.readModel("application.placements.v1", new PlacementView());
    }

    @Bean
    Placements placements(
            ProgrammeList programmes,
            Things things,
            Commands commands,
            LineDoor door,
            LentBefore before,
            OfferMaker offers,
            Queries queries,
            InstantSource clock) {
        var reservations = new Reservations(things, commands, door, before, clock);
        return new Placements(programmes, things, commands, reservations, offers, queries, clock);
    }

    @Bean
    IdGuard programmeGuard(Things things) {
        return IdGuard.of(
                "programme",
                (id, path) -> id.matches("[a-z][a-z0-9-]{0,30}")
                        && things.find(Programme.class, ProgrammeId.named(id).value())
                                .filter(found -> found.state().bank().value().equals(path.get("bank")))
                                .isPresent());
    }

    @Bean
    ProblemCodes placementProblems() {
        return () -> List.of(new ProblemCode("programme-unknown", 409, "No such programme", "Add it first."));
    }
}
