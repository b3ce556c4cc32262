package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.telemetry.MetricNames;
import tallystick.runtime.testing.TestDatabase;

/** What one origination costs, from draft to funded. Going over fails the build; see docs/decisions/0012. */
class BudgetTest {
    private static final int EVENTS = 27;
    private static final int COMMANDS = 25;
    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void oneOriginationStaysWithinItsEventsAndCommands() {
        var before = position();
        var sent = commands();
        Story.funded(platform.door());
        var names = JdbcClient.create(platform.bean(javax.sql.DataSource.class))
                .sql("select name from store.events where position > ? order by position")
                .param(before)
                .query(String.class)
                .list();
        assertThat(names).hasSizeLessThanOrEqualTo(EVENTS);
        assertThat(commands() - sent).isBetween(10L, (long) COMMANDS);
    }

    /** Those that were decided; one that met a conflict and was tried again counts once. */
    private static long commands() {
        return platform.bean(MeterRegistry.class).find(MetricNames.COMMAND).tag("outcome", "done").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private static long position() {
        return JdbcClient.create(platform.bean(javax.sql.DataSource.class))
                .sql("select position from store.head")
                .query(Long.class)
                .single();
    }
}
