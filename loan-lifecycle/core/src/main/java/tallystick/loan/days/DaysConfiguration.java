package tallystick.loan.days;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.Jurisdiction;
import tallystick.loan.api.BusinessDayEvent;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs business days in. */
@Configuration(proxyBeanMethods = false)
public class DaysConfiguration {
    @Bean
    BusinessDays businessDays(JdbcClient database, InstantSource clock) {
        return new BusinessDays(database, clock);
    }

    @Bean
    ClosingDays dayDecider() {
        return new ClosingDays();
    }

    @Bean
    EventFamily dayFamily() {
        return EventFamily.of("loan", BusinessDayEvent.class);
    }

    @Bean
    ProcessingGroup dayTable() {
        return ProcessingGroup.readModel("loan.days.v1", new DayTable());
    }

    @Bean
    IdGuard jurisdictionGuard() {
        return IdGuard.of("jurisdiction", (id, _) -> Jurisdiction.of(id).isPresent());
    }

    @Bean
    ProblemCodes dayProblems() {
        return () -> List.of(
                new ProblemCode(
                        "not-the-next-day", 409, "Days are closed in their order", "Close the next one, or catch up."),
                new ProblemCode("close-running", 409, "A close is running", "Wait for it, or cancel its operation."),
                new ProblemCode(
                        "close-blocked", 409, "Some loans could not be done", "Look at them, then close again."));
    }
}
