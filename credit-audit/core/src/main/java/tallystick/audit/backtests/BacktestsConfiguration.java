package tallystick.audit.backtests;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.audit.decisions.LiveDecisions;
import tallystick.audit.decisions.Replays;
import tallystick.audit.rulesets.RuleSets;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.calendar.Missed;
import tallystick.runtime.calendar.When;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Things;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.door.IdGuard;

/** Plugs backtests in. */
@Configuration(proxyBeanMethods = false)
@Import({BacktestsController.class, OutcomesController.class, ShadowsController.class})
public class BacktestsConfiguration {
    @Bean
    Recordings recordings(JdbcClient database) {
        return new Recordings(database);
    }

    @Bean
    Backtest backtest(
            Recordings recordings,
            RuleSets rules,
            Sealing sealing,
            Commands commands,
            JdbcClient database,
            InstantSource clock,
            LiveDecisions live) {
        return new Backtest(recordings, rules, sealing, commands, database, clock, live);
    }

    @Bean
    ProcessingGroup shadows(RuleSets rules, Sealing sealing) {
        return ProcessingGroup.readModel("audit.shadows.v1", new Shadows(rules, sealing));
    }

    @Bean
    NightlyReplay replayOfTheWeek(Recordings recordings, Things things, Replays replays, InstantSource clock) {
        return new NightlyReplay(recordings, things, replays, clock);
    }

    @Bean
    CalendarJob nightlyReplay(NightlyReplay nightly) {
        return new CalendarJob(
                "audit-nightly-replay", new When.Cron("0 10 2 * * ?", ZoneOffset.UTC), Missed.SKIP, nightly);
    }

    @Bean
    IdGuard backtestGuard(JdbcClient database) {
        return IdGuard.of(
                "backtest",
                (id, path) -> database.sql("select exists (select from audit.backtests where id = ? and rule_set = ?)")
                        .params(id, String.valueOf(path.get("hash")))
                        .query(Boolean.class)
                        .single());
    }
}
