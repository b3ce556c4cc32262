package tallystick.application.parties;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.PartyCommand;
import tallystick.application.api.PartyEvent;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.calendar.Missed;
import tallystick.runtime.calendar.When;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.decide.Things;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.sealing.BlindIndex;
import tallystick.runtime.sealing.Erasures;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs parties in. */
@Configuration(proxyBeanMethods = false)
@Import({PartiesController.class, PartyCareController.class})
public class PartiesConfiguration {
    @Bean
    Decider<PartyCommand, PartyEvent, Party> partyDecider() {
        return Party.decider();
    }

    @Bean
    EventFamily partyFamily() {
        return EventFamily.of("application", PartyEvent.class);
    }

    @Bean
    ProcessingGroup partyLookUp() {
        return ProcessingGroup.readModel("application.parties.v1", new PartyLookUp());
    }

    @Bean
    ProcessingGroup partyApplications() {
        return ProcessingGroup.readModel("application.party-applications.v1", new PartyApplications());
    }

    @Bean
    ProcessingGroup partyConsequences(
            JdbcClient database, Commands commands, Parties parties, Erasures erasures, InstantSource clock) {
        return ProcessingGroup.sideEffects(
                "application.party-consequences", new PartyConsequences(database, commands, parties, erasures, clock));
    }

    @Bean
    PartySearch partySearch(JdbcClient database) {
        return new PartySearch(database);
    }

    @Bean
    Parties parties(BlindIndex index, Commands commands, Things things, InstantSource clock) {
        return new Parties(index, commands, things, clock);
    }

    @Bean
    Network network(JdbcClient database) {
        return new Network(database);
    }

    @Bean
    Arrivals arrivals(JdbcClient database) {
        return new Arrivals(database);
    }

    @Bean
    CalendarJob forgottenArrivals(Arrivals arrivals, InstantSource clock) {
        return new CalendarJob(
                "arrivals", new When.Every(Duration.ofHours(1)), Missed.SKIP, () -> arrivals.forget(clock.instant()));
    }

    @Bean
    Connections partyConnections(JdbcClient database, Parties parties, Things things) {
        return new Connections(database, parties, things);
    }

    @Bean
    Retention retention(JdbcClient database) {
        return new Retention(database);
    }

    @Bean
    ProblemCodes partyProblems() {
        return () -> List.of(
                new ProblemCode("party-unknown", 409, "No such party", "Resolve it by an identifier."),
                new ProblemCode("merge-with-itself", 409, "A party is no other than itself", "Name another party."),
                new ProblemCode("party-merged", 409, "The party is merged", "Split it first, or merge the other one."),
                new ProblemCode("erasure-held", 409, "A hold stands against it", "Lift it first."),
                new ProblemCode("erasure-too-early", 409, "The data must be kept", "Ask again on the day it names."));
    }

    @Bean
    IdGuard partyGuard(Things things) {
        return IdGuard.of(
                "party",
                (id, _) ->
                        id.startsWith("party-") && things.find(Party.class, id).isPresent());
    }
}
