package tallystick.application;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tallystick.runtime.database.ContextSchema;

/** Plugs the context in: beans and nothing else. */
@AutoConfiguration
public class ApplicationConfiguration {
    @Bean
    static ContextSchema applicationSchema() {
        return new ContextSchema("application");
    }
}
