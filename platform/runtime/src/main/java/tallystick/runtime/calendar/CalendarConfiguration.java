package tallystick.runtime.calendar;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Runs the {@link CalendarJob} beans. */
@AutoConfiguration(afterName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@EnableConfigurationProperties(CalendarSettings.class)
public class CalendarConfiguration {
    @Bean
    CalendarScheduler calendarScheduler(
            DataSource dataSource, CalendarSettings settings, ObjectProvider<CalendarJob> jobs) {
        return new CalendarScheduler(dataSource, settings, jobs.stream().toList());
    }
}
