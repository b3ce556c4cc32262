package tallystick.audit;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tallystick.runtime.database.ContextSchema;

/** Plugs the context in: beans and nothing else. */
@AutoConfiguration
public class AuditConfiguration {
    @Bean
    static ContextSchema auditSchema() {
        return new ContextSchema("audit");
    }
}
