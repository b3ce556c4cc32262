package tallystick.application.offers;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.application.lifecycle.Application;
import tallystick.runtime.decide.Things;
import tallystick.runtime.queries.Queries;
import tallystick.runtime.web.door.IdGuard;

/** Plugs offers in. */
@Configuration(proxyBeanMethods = false)
@Import(OffersController.class)
public class OffersConfiguration {
    @Bean
    OfferMaker offerMaker(Things things, Queries queries, InstantSource clock) {
        return new OfferMaker(things, queries, clock);
    }

    @Bean
    IdGuard offerGuard(Things things) {
        return IdGuard.of(
                "offer",
                (id, path) -> id.matches("[1-9][0-9]{0,3}")
                        && things.find(Application.class, String.valueOf(path.get("application")))
                                .filter(found -> found.state().offer(Integer.parseInt(id)) != null)
                                .isPresent());
    }
}
