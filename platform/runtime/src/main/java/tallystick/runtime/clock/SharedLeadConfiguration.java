package tallystick.runtime.clock;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps an adjustable clock where it was moved to. */
@AutoConfiguration
@ConditionalOnProperty(name = "tallystick.clock", havingValue = "adjustable")
class SharedLeadConfiguration {
    @Bean
    SharedLead sharedLead(Clock clock, JdbcClient database) {
        return new SharedLead((AdjustableClock) clock, database);
    }
}
