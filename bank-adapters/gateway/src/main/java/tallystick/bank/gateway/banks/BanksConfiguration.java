package tallystick.bank.gateway.banks;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import tallystick.runtime.database.DataFolder;

/** The banks of this node. */
@Configuration(proxyBeanMethods = false)
public class BanksConfiguration {
    @Bean
    Hosts bankHosts(InstantSource clock, Environment environment) {
        return new Hosts(clock, environment);
    }

    @Bean(destroyMethod = "close")
    Banks banks(Environment environment, Hosts hosts, DataFolder data, ObjectProvider<BankDefaults> defaults) {
        var adapters = new Adapters(defaults.orderedStream().toList(), new BankSecrets(data));
        return new Banks(adapters.make(BankSettings.of(environment), hosts));
    }

    @Bean
    BankSight bankSight(Banks banks) {
        return new BankSight(banks);
    }

    /** Routes exist where there is a web. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @Import(BanksController.class)
    static class Web {
        @Bean
        BankGuard bankGuard(Banks banks, BankSight sight) {
            return new BankGuard(banks, sight);
        }
    }
}
