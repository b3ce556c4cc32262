package tallystick.application.dealers;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.DealerCommand;
import tallystick.application.api.DealerEvent;
import tallystick.application.api.DealerId;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.decide.Things;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs dealers in. */
@Configuration(proxyBeanMethods = false)
@Import(DealersController.class)
public class DealersConfiguration {
    @Bean
    Decider<DealerCommand, DealerEvent, Dealer> dealerDecider() {
        return Dealer.decider();
    }

    @Bean
    EventFamily dealerFamily() {
        return EventFamily.of("application", DealerEvent.class);
    }

    @Bean
    ProcessingGroup dealerList() {
        return ProcessingGroup.readModel("application.dealers.v1", new DealerList());
    }

    @Bean
    Dealerships dealerships(Things things, JdbcClient database) {
        return new Dealerships(things, database);
    }

    @Bean
    IdGuard dealerGuard(Things things) {
        return IdGuard.of(
                "dealer",
                (id, _) -> id.matches("[a-z][a-z0-9-]{1,39}")
                        && things.find(Dealer.class, DealerId.named(id).value()).isPresent());
    }

    @Bean
    ProblemCodes dealerProblems() {
        return () -> List.of(
                new ProblemCode("dealer-taken", 409, "There is such a dealer", "Choose another name, or look at it."),
                new ProblemCode("dealer-unknown", 409, "No such dealer", "Propose it first."),
                new ProblemCode(
                        "dealer-exposure",
                        409,
                        "Too much is open through the dealer",
                        "Wait until loans are paid back, or raise its limit."));
    }
}
