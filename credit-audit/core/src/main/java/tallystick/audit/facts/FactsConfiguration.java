package tallystick.audit.facts;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.queries.Queries;
import tallystick.runtime.sealing.Sealing;

/** Plugs the gathering of facts in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SourceSettings.class)
public class FactsConfiguration {
    @Bean(destroyMethod = "close")
    Sources factSources(SourceSettings settings, InstantSource clock) {
        return new Sources(settings, clock);
    }

    @Bean
    Gatherer gatherer(Sealing sealing, JdbcClient database, Queries queries, Sources sources) {
        return new Gatherer(sealing, new OwnFacts(database, queries), new NetworkFacts(database, queries), sources);
    }

    @Bean
    ProcessingGroup ownBook() {
        return ProcessingGroup.readModel("audit.own-applications.v2", new OwnBook());
    }
}
