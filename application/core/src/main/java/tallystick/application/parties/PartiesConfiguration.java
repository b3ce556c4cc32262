package tallystick.application.parties;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.application.api.PartyEvent;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Things;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.sealing.BlindIndex;
import tallystick.runtime.web.door.IdGuard;

/** Plugs parties in. */
@Configuration(proxyBeanMethods = false)
@Import(PartiesController.class)
public class PartiesConfiguration {
    @Bean
    PartyDecider partyDecider() {
        return new PartyDecider();
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
    Parties parties(BlindIndex index, Commands commands, InstantSource clock) {
        return new Parties(index, commands, clock);
    }

    @Bean
    IdGuard partyGuard(Things things) {
        return IdGuard.of(
                "party",
                (id, _) ->
                        id.startsWith("party-") && things.find(Party.class, id).isPresent());
    }
}
