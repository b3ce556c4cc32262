package tallystick.runtime.deadlines;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.calendar.Missed;
import tallystick.runtime.calendar.When;
import tallystick.runtime.database.ContextSchema;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.telemetry.Reading;

/** Connects the sweep to the calendar, the clock and the commands. */
@AutoConfiguration
@EnableConfigurationProperties(DeadlineSettings.class)
public class DeadlinesConfiguration {
    @Bean
    DeadlineKinds deadlineKinds(ObjectProvider<ContextSchema> contexts, ObjectProvider<DeadlineKind> kinds) {
        return new DeadlineKinds(
                contexts.stream().map(ContextSchema::name).toList(),
                kinds.stream().toList());
    }

    @Bean
    DeadlineBell deadlineBell() {
        return new DeadlineBell();
    }

    @Bean
    Deadlines deadlines(JdbcClient database, DeadlineKinds kinds, DeadlineBell bell) {
        return new Deadlines(database, kinds, bell);
    }

    @Bean
    DeadlineMeters deadlineMeters(MeterRegistry registry, DeadlineKinds kinds) {
        return new DeadlineMeters(registry, kinds);
    }

    @Bean
    DeadlineSweep deadlineSweep(
            JdbcClient database,
            DeadlineKinds kinds,
            DeadlineSettings settings,
            InstantSource clock,
            ObjectProvider<Commands> commands,
            DeadlineMeters meters,
            DeadlineBell bell) {
        Executor threads = task -> Thread.ofVirtual().name("deadline").start(task);
        DeadlineShot shot = new DeadlineShot(kinds, commands::getObject, settings, clock, meters);
        Map<String, DeadlineLane> lanes = kinds.contexts().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        context -> new DeadlineLane(
                                context,
                                kinds.of(context),
                                new DeadlineTable(database, context),
                                shot,
                                settings,
                                clock,
                                threads)));
        DeadlineSweep sweep = new DeadlineSweep(lanes, clock, settings.every(), threads);
        bell.heardBy(sweep::heard);
        return sweep;
    }

    @Bean
    CalendarJob deadlineSweepJob(DeadlineSweep sweep, DeadlineSettings settings) {
        return new CalendarJob("deadline-sweep", new When.Every(settings.every()), Missed.SKIP, sweep::run);
    }

    @Bean
    DeadlineWatch deadlineWatch(
            JdbcClient database, DeadlineKinds kinds, InstantSource clock, DeadlineSettings settings) {
        return new DeadlineWatch(database, kinds, clock, settings.triesBeforeAlarm());
    }

    @Bean
    UnknownKinds unknownDeadlineKinds(DeadlineWatch watch, DeadlineKinds kinds) {
        return new UnknownKinds(watch, kinds.names());
    }

    /** The bean's name is what health shows it as. */
    @Bean
    DeadlineHealth deadlinesHealthIndicator(
            DeadlineWatch watch, DeadlineSettings settings, DeadlineMeters meters, InstantSource clock) {
        Reading<DeadlineBacklog> backlog = new Reading<>(watch::read, settings.readAtMostEvery());
        meters.show(backlog, clock);
        return new DeadlineHealth(backlog, clock, settings.lateBeforeAlarm());
    }
}
