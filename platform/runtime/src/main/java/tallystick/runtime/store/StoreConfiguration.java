package tallystick.runtime.store;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tallystick.runtime.commandline.CommandLineTask;
import tallystick.runtime.database.Connections;
import tallystick.runtime.database.DataFolder;
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

    @Bean
    RecordKey recordKey(DataFolder folder) {
        return RecordKey.in(folder.resolve("record.key"));
    }

    @Bean
    Checkpoints checkpoints(OpenStore store, RecordKey key) {
        return store.checkpoints(key);
    }

    @Bean
    ChainVerifier chainVerifier(OpenStore store, RecordKey key) {
        return store.verifier(key);
    }

    @Bean
    CommandLineTask verifyRecord(ChainVerifier verifier) {
        return new CommandLineTask("verify-record", "recomputes every hash of the record and says what is wrong", words -> {
            var report = verifier.verify();
            report.faults().forEach(System.out::println);
            System.out.printf(
                    "%d events and %d checkpoints read: %s.%n",
                    report.events(), report.checkpoints(), report.whole() ? "the record is whole" : "NOT WHOLE");
            return report.whole();
        });
    }
}
