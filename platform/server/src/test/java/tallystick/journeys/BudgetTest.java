package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.telemetry.MetricNames;
import tallystick.runtime.testing.Counts;
import tallystick.runtime.testing.TestDatabase;

/** What one origination costs, from draft to funded. Going over fails the build; see docs/decisions/0012. */
class BudgetTest {
    private static final int EVENTS = 27;
    private static final int COMMANDS = 25;
    private static final int DELIVERIES =
            111; // Two answers of a bank each wake who stands by and who awaits a guarantor.
    private static final int BATCHES = 110;
    private static final int TRANSACTIONS = 100;
    private static final int STATEMENTS = 195; // Five read how an applicant is connected.
    private static final int ORIGINATIONS = 3;
    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.counted(TestDatabase.empty());
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
                .sql("select name from store.events where position > ? and name <> 'bank.StatementReconciled' order"
                        + " by position")
                .param(before)
                .query(String.class)
                .list();
        assertThat(names).hasSizeLessThanOrEqualTo(EVENTS);
        assertThat(commands() - sent).isBetween(10L, (long) COMMANDS);
    }

    /** Only what work brings: without positions and claims, and without reads that stand alone, as the test's own looks do. */
    @Test
    void oneOriginationStaysWithinItsDeliveriesTransactionsAndStatements() {
        Story.funded(platform.door());
        var counts = platform.bean(Counts.class);
        var before = counts.seen();
        for (var nr = 0; nr < ORIGINATIONS; nr++) {
            Story.funded(platform.door());
        }
        var seen = counts.seen().since(before);
        assertThat(seen.of("deliveries")).isBetween(60L * ORIGINATIONS, (long) DELIVERIES * ORIGINATIONS);
        assertThat(seen.of("batches")).isLessThanOrEqualTo(BATCHES * ORIGINATIONS);
        assertThat(seen.of("transactions")).isLessThanOrEqualTo(TRANSACTIONS * ORIGINATIONS);
        var statements = seen.of("statements") - seen.of("statements that stand alone");
        assertThat(statements).isLessThanOrEqualTo(STATEMENTS * ORIGINATIONS);
        System.err.printf(
                "an origination: %d deliveries, %d batches, %d transactions with %d statements%n",
                seen.of("deliveries") / ORIGINATIONS,
                seen.of("batches") / ORIGINATIONS,
                seen.of("transactions") / ORIGINATIONS,
                statements / ORIGINATIONS);
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
