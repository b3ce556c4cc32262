package tallystick.runtime.calendar;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tallystick.runtime.database.Connections;

/** Runs the {@link CalendarJob} beans. */
@AutoConfiguration
@EnableConfigurationProperties(CalendarSettings.class)
public class CalendarConfiguration {
    @Bean
    CalendarScheduler calendarScheduler(
            Connections connections,
            CalendarSettings settings,
            ObjectProvider<CalendarJob> jobs,
            MeterRegistry registry) {
        return new CalendarScheduler(connections, settings, jobs.stream().toList(), registry);
    }
}
