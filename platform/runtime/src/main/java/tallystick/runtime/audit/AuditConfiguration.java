package tallystick.runtime.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.calendar.Missed;
import tallystick.runtime.calendar.When;
import tallystick.runtime.telemetry.MetricNames;
import tallystick.runtime.telemetry.Reading;

/** Connects the stuck-work audit to the calendar, metrics and health. */
@AutoConfiguration
@EnableConfigurationProperties(AuditSettings.class)
public class AuditConfiguration {
    @Bean
    Findings stuckWorkFindings(JdbcClient database, PlatformTransactionManager transactions) {
        return new Findings(database, new TransactionTemplate(transactions));
    }

    @Bean
    StuckWorkAudit stuckWorkAudit(
            ObjectProvider<WaitingWork> works,
            JdbcTemplate database,
            Findings findings,
            AuditSettings settings,
            InstantSource clock) {
        return new StuckWorkAudit(works.stream().toList(), database, findings, settings, clock);
    }

    @Bean
    CalendarJob stuckWorkJob(StuckWorkAudit audit, AuditSettings settings) {
        return new CalendarJob("stuck-work-audit", new When.Every(settings.every()), Missed.SKIP, audit::run);
    }

    /** The bean's name is what health shows it as. */
    @Bean
    StuckWorkHealth stuckWorkHealthIndicator(
            Findings findings, AuditSettings settings, ObjectProvider<WaitingWork> works, MeterRegistry registry) {
        var reading = new Reading<>(() -> findings.read(settings.shownInHealth()), settings.readAtMostEvery());
        works.forEach(work -> Gauge.builder(
                        MetricNames.STUCK_WORK, reading, r -> r.number(read -> read.of(work.name())))
                .tag("work", work.name())
                .strongReference(true)
                .register(registry));
        return new StuckWorkHealth(reading);
    }
}
