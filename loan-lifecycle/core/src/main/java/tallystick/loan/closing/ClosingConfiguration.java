package tallystick.loan.closing;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.loan.days.BusinessDays;
import tallystick.loan.servicing.DayWork;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.calendar.Missed;
import tallystick.runtime.calendar.When;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.operations.Operations;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.NodeName;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.Progress;
import tallystick.runtime.processing.StartsAt;
import tallystick.runtime.web.door.IdGuard;

/** Plugs closing in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClosingSettings.class)
@Import(CloseController.class)
public class ClosingConfiguration {
    /** One segment: the event of a close that passes it has all events before it in the index. */
    @Bean
    ProcessingGroup agenda(DayWork work, BusinessDays days) {
        return new ProcessingGroup.ReadModel(
                new GroupName("loan.agenda.v1"), new AgendaView(work, days), 1, 2_000, new StartsAt.Tail());
    }

    @Bean
    CloseTable closeTable(JdbcClient database) {
        return new CloseTable(database);
    }

    @Bean
    PartTable closeParts(JdbcClient database) {
        return new PartTable(database);
    }

    @Bean
    Crew closingCrew(
            PartTable parts,
            DayWork work,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ClosingSettings settings,
            NodeName node) {
        var part = new PartWork(parts, work, jdbc, new TransactionTemplate(transactions), settings);
        return new Crew(parts, part, settings, node);
    }

    @Bean
    DayClose dayClose(
            Commands commands,
            Progress readModels,
            BusinessDays days,
            CloseTable closes,
            PartTable parts,
            JdbcClient database,
            PlatformTransactionManager transactions,
            DayWork work,
            Crew crew,
            ClosingSettings settings,
            InstantSource clock) {
        return new DayClose(
                commands,
                readModels,
                days,
                closes,
                parts,
                new Counting(database, parts),
                new Accruals(database, new TransactionTemplate(transactions)),
                work,
                crew,
                settings,
                clock);
    }

    /**
     * Where the clock is moved by hand, days are closed by hand too, unless told otherwise. Long work is begun where there
     * is a web to follow it.
     */
    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnExpression(
            "'${tallystick.loan.day-close.automatic:${tallystick.clock:system}}' matches 'true|system'")
    CalendarJob nightlyClose(BusinessDays days, Operations operations, ClosingSettings settings, InstantSource clock) {
        return new CalendarJob(
                "loan-day-close",
                new When.Every(Duration.ofMinutes(1)),
                Missed.SKIP,
                new Nightly(days, operations, settings, clock)::run);
    }

    @Bean
    IdGuard closeGuard(CloseTable closes) {
        return IdGuard.of(
                "close",
                (id, path) -> CloseTable.Close.of(id)
                        .filter(close -> close.jurisdiction().equals(path.get("jurisdiction")))
                        .flatMap(closes::find)
                        .isPresent());
    }
}
