package tallystick.application.contract;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plugs contracts in. */
@Configuration(proxyBeanMethods = false)
@Import({ContractController.class, ConditionsController.class})
public class ContractConfiguration {
    @Bean
    Contracts contracts(JdbcClient database) {
        return new Contracts(database);
    }
}
