package tallystick.loan.days;

import java.time.InstantSource;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.runtime.security.Caller;
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
        return new IdGuard() {
            @Override
            public String variable() {
                return "jurisdiction";
            }

            @Override
            public boolean visible(String id, Map<String, String> path, Caller caller) {
                return BusinessDays.zone(id).isPresent();
            }
        };
    }
}
