package tallystick.application;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tallystick.application.intake.IntakeConfiguration;
import tallystick.application.parties.PartiesConfiguration;
import tallystick.application.products.ProductsConfiguration;
import tallystick.runtime.database.ContextSchema;

/** Plugs the context in: beans and nothing else. */
@AutoConfiguration
@Import({ProductsConfiguration.class, PartiesConfiguration.class, IntakeConfiguration.class})
public class ApplicationConfiguration {
    @Bean
    static ContextSchema applicationSchema() {
        return new ContextSchema("application");
    }
}
