package tallystick.loan.suspense;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.loan.api.SuspenseEvent;
import tallystick.loan.api.SuspenseId;
import tallystick.runtime.decide.Things;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs suspense in. */
@Configuration(proxyBeanMethods = false)
@Import(SuspenseController.class)
public class SuspenseConfiguration {
    @Bean
    Suspenses suspenseDecider() {
        return new Suspenses();
    }

    @Bean
    EventFamily suspenseFamily() {
        return EventFamily.of("loan", SuspenseEvent.class);
    }

    @Bean
    ProcessingGroup suspenseList() {
        return ProcessingGroup.readModel("loan.suspense.v1", new SuspenseList());
    }

    @Bean
    ProcessingGroup movedMoney() {
        return ProcessingGroup.saga("loan.moved-money", MovedMoney.class);
    }

    @Bean
    ProcessingGroup heldMoney() {
        return ProcessingGroup.saga("loan.held-money", HeldMoney.class);
    }

    @Bean
    KnownSuspense knownSuspense(Things things) {
        return new KnownSuspense(things);
    }

    @Bean
    IdGuard suspenseGuard(Things things) {
        return IdGuard.of(
                "suspense",
                (id, _) -> id.startsWith(SuspenseId.KIND + "-")
                        && things.find(Suspense.class, id).isPresent());
    }

    @Bean
    ProblemCodes suspenseProblems() {
        return () -> List.of(
                new ProblemCode("suspense-unknown", 409, "No such money", "Look at the money in suspense."),
                new ProblemCode("suspense-gone", 409, "The money has left", "Nothing is left to do."));
    }
}
