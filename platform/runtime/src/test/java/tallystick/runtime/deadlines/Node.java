package tallystick.runtime.deadlines;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.runtime.calendar.CalendarConfiguration;
import tallystick.runtime.clock.AdjustableClock;
import tallystick.runtime.clock.ClockConfiguration;
import tallystick.runtime.database.ContextSchema;
import tallystick.runtime.database.DatabaseConfiguration;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.testing.TestDatabase;

/** A node of the real wiring: clock, database, calendar and deadlines; only what receives the commands is the test's. */
record Node(ConfigurableApplicationContext context) implements AutoCloseable {
    static Node start(TestDatabase database, Inbox inbox, String... properties) {
        List<String> all = new ArrayList<>(List.of(database.propertyPairs()));
        all.add("tallystick.data-dir=target/deadline-nodes");
        all.add("tallystick.deadlines.read-at-most-every=0s");
        all.add("tallystick.deadlines.first-back-off=10ms");
        all.addAll(List.of(properties));
        return new Node(new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .initializers(fresh -> fresh.getBeanFactory().registerSingleton("inbox", inbox))
                .properties(all.toArray(String[]::new))
                .run());
    }

    /** With a clock that the test moves. */
    static Node adjustable(TestDatabase database, Inbox inbox, String... properties) {
        List<String> all = new ArrayList<>(List.of("tallystick.clock=adjustable", "server.address=127.0.0.1"));
        all.addAll(List.of(properties));
        return start(database, inbox, all.toArray(String[]::new));
    }

    /** As a handler does: in one transaction. */
    void handle(Consumer<Deadlines> handler) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> handler.accept(context.getBean(Deadlines.class)));
    }

    Instant now() {
        return context.getBean(Clock.class).instant();
    }

    void moveTo(Instant target) {
        context.getBean(AdjustableClock.class).moveTo(target);
    }

    JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    long rows() {
        return database()
                .sql("select count(*) from reference.deadlines")
                .query(Long.class)
                .single();
    }

    DeadlineHealth health() {
        return context.getBean(DeadlineHealth.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @Import({
        ClockConfiguration.class,
        DatabaseConfiguration.class,
        CalendarConfiguration.class,
        DeadlinesConfiguration.class
    })
    static class Wiring {
        @Bean
        ContextSchema reference() {
            return new ContextSchema("reference");
        }

        @Bean
        ContextSchema other() {
            return new ContextSchema("other");
        }

        @Bean
        DeadlineKind transferSilent() {
            return new DeadlineKind("reference", "transfer-silent", TimeIsUp::of);
        }

        @Bean
        DeadlineKind otherSilent() {
            return new DeadlineKind("other", "other-silent", TimeIsUp::of);
        }

        @Bean
        MeterRegistry registry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Commands commands(Inbox inbox, Clock clock) {
            return new Door(inbox, clock);
        }
    }
}
