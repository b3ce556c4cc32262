package tallystick.runtime.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Metrics, health and trace ids. */
@AutoConfiguration
@EnableConfigurationProperties(TelemetrySettings.class)
public class TelemetryConfiguration {
    @Bean
    CommandMetrics commandMetrics(MeterRegistry registry) {
        return new CommandMetrics(registry);
    }

    @Bean
    AppendMetrics appendMetrics(MeterRegistry registry) {
        return new AppendMetrics(registry);
    }

    /** Where no processing runs, there are no groups. */
    @Bean
    ProcessingMeters processingMeters(
            ObjectProvider<ProcessingReadings> source, TelemetrySettings settings, MeterRegistry registry) {
        ProcessingReadings readings = source.getIfAvailable(NoProcessing::new);
        return new ProcessingMeters(readings, new Reading<>(readings::read, settings.readAtMostEvery()), registry);
    }

    /** The bean's name is what health shows it as. */
    @Bean
    ProcessingHealth processingHealthIndicator(ProcessingMeters meters, TelemetrySettings settings) {
        return new ProcessingHealth(meters.reading(), settings.lagBeforeAlarm());
    }

    private record NoProcessing() implements ProcessingReadings {
        @Override
        public List<String> groups() {
            return List.of();
        }

        @Override
        public List<Group> read() {
            return List.of();
        }
    }
}
