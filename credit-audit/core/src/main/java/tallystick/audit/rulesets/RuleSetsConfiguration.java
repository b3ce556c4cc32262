package tallystick.audit.rulesets;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.runtime.web.door.IdGuard;

/** Plugs rule sets in. */
@Configuration(proxyBeanMethods = false)
@Import(RuleSetsController.class)
public class RuleSetsConfiguration {
    @Bean(destroyMethod = "close")
    RuleSets ruleSets(JdbcClient database, PlatformTransactionManager transactions, InstantSource clock) {
        return new RuleSets(database, new TransactionTemplate(transactions), clock);
    }

    @Bean
    IdGuard ruleSetGuard(RuleSets sets) {
        return IdGuard.of(
                "hash",
                (id, _) -> sets.all().stream().anyMatch(stored -> stored.hash().equals(id)));
    }
}
