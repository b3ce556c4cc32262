package tallystick.bank.gateway;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tallystick.runtime.database.ContextSchema;

/** Plugs the context in: beans and nothing else. */
@AutoConfiguration
public class GatewayConfiguration {
    @Bean
    static ContextSchema bankSchema() {
        return new ContextSchema("bank");
    }
}
