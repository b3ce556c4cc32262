package tallystick.loan.days;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.kernel.Jurisdiction;
import tallystick.runtime.web.door.IdGuard;

/** Plugs business days in. */
@Configuration(proxyBeanMethods = false)
@Import(BusinessDaysController.class)
public class DaysConfiguration {
    @Bean
    BusinessDays businessDays(InstantSource clock) {
        return new BusinessDays(clock);
    }

    @Bean
    IdGuard jurisdictionGuard() {
        return IdGuard.of("jurisdiction", (id, _) -> Jurisdiction.of(id).isPresent());
    }
}
