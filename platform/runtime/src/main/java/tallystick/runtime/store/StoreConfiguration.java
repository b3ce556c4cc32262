package tallystick.runtime.store;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.calendar.Missed;
import tallystick.runtime.calendar.When;
import tallystick.runtime.clock.AdjustableClock;
import tallystick.runtime.commandline.CommandLineTask;
import tallystick.runtime.commandline.Terminal;
import tallystick.runtime.database.Connections;
import tallystick.runtime.database.DataFolder;
import tallystick.runtime.messages.NamedJson;
import tallystick.runtime.telemetry.AppendMetrics;

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
            ObjectProvider<EventUpcaster> upcasters,
            Clock clock,
            AppendMetrics metrics) {
        var engine = new StoreEngine.Builder();
        engine.eventSerializer(serializer).snapshotSerializer(serializer);
        engine.upcasterChain(new EventUpcasterChain(upcasters.orderedStream().toList()));
        var store = OpenStore.open(connections::open, dataSource, settings, engine, () -> ahead(clock));
        store.onAppend(new AppendListener() {
            @Override
            public void committed(int callers, int events, long nanos) {
                metrics.appended(callers, events, Duration.ofNanos(nanos));
            }
        });
        return store;
    }

    /** The database stamps what is recorded; where time is moved by hand, its stamps move along. */
    private static Duration ahead(Clock clock) {
        return clock instanceof AdjustableClock adjustable ? adjustable.ahead() : Duration.ZERO;
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
    RecordKey recordKey(DataFolder folder, StoreSettings settings) {
        var file = settings.recordKey();
        return RecordKey.in(file != null ? file : folder.resolve("record.key"));
    }

    @Bean
    Checkpoints checkpoints(OpenStore store, RecordKey key) {
        return store.checkpoints(key);
    }

    @Bean
    CalendarJob signedCheckpoints(Checkpoints checkpoints, Clock clock, StoreSettings settings) {
        return new CalendarJob(
                "record-checkpoint",
                new When.Every(settings.checkpointEvery()),
                Missed.SKIP,
                () -> checkpoints.sign(clock.instant()));
    }

    @Bean
    CalendarJob forgottenBatches(OpenStore store) {
        return new CalendarJob(
                "store-batches",
                new When.Every(Duration.ofHours(1)),
                Missed.SKIP,
                () -> store.reader().forgetBatches());
    }

    @Bean
    ChainVerifier chainVerifier(OpenStore store, RecordKey key) {
        return store.verifier(key);
    }

    @Bean
    CommandLineTask verifyRecord(ChainVerifier verifier) {
        return new CommandLineTask(
                "verify-record", "recomputes every hash of the record and says what is wrong", words -> {
                    var report = verifier.verify();
                    report.faults().forEach(Terminal::say);
                    Terminal.say("%d events and %d checkpoints read: %s."
                            .formatted(
                                    report.events(),
                                    report.checkpoints(),
                                    report.whole() ? "the record is whole" : "NOT WHOLE"));
                    return report.whole();
                });
    }
}
