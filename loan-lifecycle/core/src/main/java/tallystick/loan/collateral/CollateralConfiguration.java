package tallystick.loan.collateral;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.loan.api.CollateralEvent;
import tallystick.loan.api.CollateralId;
import tallystick.runtime.decide.Things;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs collateral in. */
@Configuration(proxyBeanMethods = false)
@Import(CollateralController.class)
public class CollateralConfiguration {
    @Bean
    Collaterals collateralDecider() {
        return new Collaterals();
    }

    @Bean
    EventFamily collateralFamily() {
        return EventFamily.of("loan", CollateralEvent.class);
    }

    @Bean
    ProcessingGroup collateralList() {
        return ProcessingGroup.readModel("loan.collateral.v1", new CollateralList());
    }

    @Bean
    ProcessingGroup pledges() {
        return ProcessingGroup.saga("loan.pledges", Pledge.class);
    }

    @Bean
    IdGuard collateralGuard(Things things) {
        return IdGuard.of(
                "collateral",
                (id, _) -> id.startsWith(CollateralId.KIND + "-")
                        && things.find(Collateral.class, id).isPresent());
    }

    @Bean
    ProblemCodes collateralProblems() {
        return () -> List.of(
                new ProblemCode("collateral-unknown", 409, "No such collateral", "Look at what secures the loan."),
                new ProblemCode("collateral-gone", 409, "It is not ours to act on any more", "Nothing is left to do."),
                new ProblemCode("not-repossessed", 409, "It was not taken", "Repossess it first."),
                new ProblemCode(
                        "costs-exceed-proceeds",
                        409,
                        "The costs are more than it brought",
                        "Book the rest as a fee of the loan."));
    }
}
