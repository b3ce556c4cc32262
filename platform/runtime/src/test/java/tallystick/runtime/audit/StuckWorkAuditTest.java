package tallystick.runtime.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.clock.ClockConfiguration;
import tallystick.runtime.database.ContextSchema;
import tallystick.runtime.database.DatabaseConfiguration;
import tallystick.runtime.telemetry.Attention;
import tallystick.runtime.telemetry.MetricNames;
import tallystick.runtime.testing.TestDatabase;

class StuckWorkAuditTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient tables = JdbcClient.create(database.dataSource());
    private final ConfigurableApplicationContext node = start();

    private ConfigurableApplicationContext start() {
        tables.sql("""
            create table reference.waits (id text primary key, saga boolean, due_at timestamptz, open_case boolean,
                since timestamptz not null default now() - interval '1 day')
            """).update();
        return new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(database.propertyPairs())
                .properties("tallystick.data-dir=target/audit-node", "tallystick.audit.read-at-most-every=0s")
                .run();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void whatWaitsForSomethingIsWell() {
        waits("t-1", true, "1 hour", false);
        waits("t-2", false, "-1 hour", true);
        audit();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(stuck()).isZero();
    }

    @Test
    void whatLacksASagaOrADeadlineIsFoundAndNamed() {
        waits("t-1", false, "1 hour", false);
        waits("t-2", true, "-1 hour", false);
        waits("t-3", false, "-1 hour", false);
        waits("t-4", true, "1 hour", false);
        audit();
        assertThat(health().getStatus()).isEqualTo(Attention.STATUS);
        assertThat(health().getDetails().get("findings"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder(
                        "transfer t-1: no live saga",
                        "transfer t-2: no future deadline",
                        "transfer t-3: no live saga, no future deadline");
        assertThat(stuck()).isEqualTo(3);
    }

    @Test
    void aFindingGoesWhenItIsMended() {
        waits("t-1", false, "1 hour", false);
        audit();
        assertThat(stuck()).isEqualTo(1);
        tables.sql("update reference.waits set open_case = true").update();
        audit();
        assertThat(stuck()).isZero();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aFindingKeepsTheMomentItWasFirstFound() {
        waits("t-1", false, "1 hour", false);
        audit();
        audit();
        assertThat(tables.sql("select found_at < seen_at from runtime.stuck_work")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aDeadlineThatJustPassedAndAWaitThatJustBeganAreGivenTime() {
        waits("t-1", true, "-30 seconds", false);
        waits("t-2", false, "1 hour", false);
        tables.sql("update reference.waits set since = now() where id = 't-2'").update();
        audit();
        assertThat(stuck()).isZero();
    }

    @Test
    void anAuditThatCannotLookIsItselfAnAlarmAndKeepsWhatItFound() {
        waits("t-1", false, "1 hour", false);
        audit();
        tables.sql("alter table reference.waits rename to hidden").update();
        audit();
        assertThat(health().getStatus()).isEqualTo(Attention.STATUS);
        assertThat(health().getDetails().get("transfer")).asString().contains("could not be looked at", "42P01");
        assertThat(stuck()).isEqualTo(1);
    }

    private void waits(String id, boolean saga, String dueIn, boolean openCase) {
        tables.sql("insert into reference.waits (id, saga, due_at, open_case) values (?, ?, now() + ?::interval, ?)")
                .params(id, saga, dueIn, openCase)
                .update();
    }

    private void audit() {
        node.getBean(StuckWorkAudit.class).run();
    }

    private Health health() {
        return node.getBean(StuckWorkHealth.class).health();
    }

    private double stuck() {
        return node.getBean(MeterRegistry.class)
                .get(MetricNames.STUCK_WORK)
                .tag("work", "transfer")
                .gauge()
                .value();
    }

    @Import({ClockConfiguration.class, DatabaseConfiguration.class, AuditConfiguration.class})
    static class Wiring {
        @Bean
        ContextSchema reference() {
            return new ContextSchema("reference");
        }

        @Bean
        WaitingWork transfers() {
            return new WaitingWork("transfer", """
                select id, saga as live_saga, due_at > :late as future_deadline, open_case
                  from reference.waits where since < :settled
                """);
        }

        @Bean
        MeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }
}
