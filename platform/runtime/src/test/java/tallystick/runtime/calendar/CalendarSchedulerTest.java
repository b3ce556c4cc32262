package tallystick.runtime.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.database.Connections;
import tallystick.runtime.database.DatabaseAddress;
import tallystick.runtime.telemetry.MetricNames;
import tallystick.runtime.testing.TestDatabase;

class CalendarSchedulerTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient tables = JdbcClient.create(database.dataSource());
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final List<Ran> runs = new CopyOnWriteArrayList<>();
    private final List<CalendarScheduler> nodes = new CopyOnWriteArrayList<>();

    private record Ran(String node, Instant at) {}

    @AfterEach
    void stopAll() {
        nodes.forEach(CalendarScheduler::stop);
    }

    @Test
    void twoNodesRunEachOccurrenceOnceInAll() {
        Instant before = Instant.now();
        start(everySecond("a"));
        start(everySecond("b"));
        soon().until(() -> runs.size() >= 6);
        long secondsBegun = Duration.between(before, runs.getLast().at()).toSeconds() + 1;
        assertThat((long) runs.size()).isLessThanOrEqualTo(secondsBegun);
    }

    @Test
    void whenANodeDiesTheOtherGoesOn() {
        tables.sql("create role node_a superuser login password 'a'").update();
        start(new Connections(new DatabaseAddress(database.address().url(), "node_a", "a")), everySecond("a"));
        soon().until(() -> !runs.isEmpty());
        start(everySecond("b"));
        cutOff("node_a");
        runs.clear();
        soon().until(() -> runsOf("b") >= 3);
        assertThat(runs.stream().map(Ran::node).collect(Collectors.toSet())).isEqualTo(Set.of("b"));
    }

    @Test
    void aFailingTaskRunsAgainNextTime() {
        start(new CalendarJob("sweep", new When.Every(Duration.ofSeconds(1)), Missed.SKIP, () -> {
            runs.add(new Ran("a", Instant.now()));
            throw new IllegalStateException("planted");
        }));
        soon().until(() -> runs.size() >= 2);
        assertThat(registry.counter(MetricNames.CALENDAR_FAILURES, "job", "sweep")
                        .count())
                .isPositive();
    }

    @Test
    void aNodeThatStartsAgainLeavesThePlanAsItStands() {
        CalendarJob nightly = nightly("0 30 1 * * ?");
        start(nightly);
        long planned = nextRun();
        start(nightly);
        assertThat(nextRun()).isEqualTo(planned);
        start(nightly("0 45 1 * * ?"));
        assertThat(nextRun()).isNotEqualTo(planned);
    }

    @Test
    void aJobThatIsNoLongerDeclaredLeavesTheCalendar() {
        start(everySecond("a"), nightly("0 30 1 * * ?"));
        start(everySecond("b"));
        assertThat(tables.sql("select trigger_name from quartz.qrtz_triggers")
                        .query(String.class)
                        .list())
                .containsExactly("sweep");
    }

    @Test
    void aMoveOfTheClockRunsWhatItJumpsOver() {
        CalendarScheduler node = start(nightly("0 30 1 * * ?"));
        Instant midnight = Instant.parse("2026-01-05T00:00:00Z");
        node.moved(midnight, midnight.plus(Duration.ofMinutes(89)));
        node.moved(midnight.plus(Duration.ofMinutes(91)), midnight.plus(Duration.ofHours(24)));
        assertThat(runs).isEmpty();
        node.moved(midnight.plus(Duration.ofMinutes(89)), midnight.plus(Duration.ofMinutes(90)));
        soon().until(() -> runs.size() == 1);
    }

    @Test
    void withoutItsTablesTheStartSaysSo() {
        tables.sql("drop schema quartz cascade").update();
        assertThatThrownBy(() -> start(everySecond("a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Expected to schedule [sweep] in schema 'quartz'; found: ")
                .hasMessageEndingWith("Check that its migrations have run.");
    }

    private CalendarScheduler start(CalendarJob... jobs) {
        return start(database.connections(), jobs);
    }

    private CalendarScheduler start(Connections connections, CalendarJob... jobs) {
        var scheduler = new CalendarScheduler(connections, Settings.usual(), List.of(jobs), registry);
        nodes.add(scheduler);
        scheduler.start();
        return scheduler;
    }

    /** For the others it is as if the node had died: it cannot work, nor check in, nor give back what it holds. */
    private void cutOff(String role) {
        tables.sql("alter role %s nologin".formatted(role)).update();
        tables.sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = ?")
                .param(role)
                .query()
                .listOfRows();
    }

    private CalendarJob everySecond(String node) {
        return new CalendarJob(
                "sweep",
                new When.Every(Duration.ofSeconds(1)),
                Missed.SKIP,
                () -> runs.add(new Ran(node, Instant.now())));
    }

    private CalendarJob nightly(String cron) {
        return new CalendarJob(
                "nightly",
                new When.Cron(cron, ZoneOffset.UTC),
                Missed.RUN_ONCE,
                () -> runs.add(new Ran("nightly", Instant.now())));
    }

    private long runsOf(String node) {
        return runs.stream().filter(run -> run.node().equals(node)).count();
    }

    private long nextRun() {
        return tables.sql("select next_fire_time from quartz.qrtz_triggers where trigger_name = 'nightly'")
                .query(Long.class)
                .single();
    }

    private static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(50));
    }
}
