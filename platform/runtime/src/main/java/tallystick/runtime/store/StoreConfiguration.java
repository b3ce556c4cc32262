package tallystick.runtime.store;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tallystick.runtime.database.Connections;
import tallystick.runtime.messages.NamedJson;

/** The store on this node's database. */
@AutoConfiguration
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {
    @Bean(destroyMethod = "close")
    OpenStore store(
            Connections connections,
            DataSource dataSource,
            StoreSettings settings,
            NamedJson serializer,
            ObjectProvider<EventUpcaster> upcasters) {
        var engine = new StoreEngine.Builder();
        engine.eventSerializer(serializer).snapshotSerializer(serializer);
        engine.upcasterChain(new EventUpcasterChain(upcasters.orderedStream().toList()));
        return OpenStore.open(connections::open, dataSource, settings, engine, () -> Duration.ZERO);
    }

    @Bean
    TallystickEventStore eventStore(OpenStore store) {
        return store.eventStore();
    }

    @Bean
    StoreEngine storeEngine(OpenStore store) {
        return store.engine();
    }

    @Bean
    Claims claims(OpenStore store) {
        return store.claims();
    }

    @Bean
    Histories histories(OpenStore store) {
        return store.histories();
    }
}
