package tallystick.bank.gateway.schedules;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.bank.gateway.banks.Banks;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.calendar.Missed;
import tallystick.runtime.calendar.When;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.queries.Queries;

/** Schedules that banks are told. */
@Configuration(proxyBeanMethods = false)
public class SchedulesConfiguration {
    private static final Duration LOOK = Duration.ofMinutes(15);

    @Bean
    ProcessingGroup changedLoansGroup() {
        return ProcessingGroup.readModel("bank.changed-loans.v1", new ChangedLoans());
    }

    @Bean
    Schedules bankSchedules(
            Banks banks, JdbcClient database, ObjectProvider<Queries> queries, Commands commands, InstantSource clock) {
        return new Schedules(banks, new ScheduleTable(database), queries::getObject, commands, clock);
    }

    @Bean
    CalendarJob bankSchedulesJob(Schedules schedules) {
        return new CalendarJob("bank-schedules", new When.Every(LOOK), Missed.SKIP, schedules::tell);
    }
}
