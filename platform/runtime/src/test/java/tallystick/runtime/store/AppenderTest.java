package tallystick.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppenderTest {
    private final Nodes nodes = new Nodes();

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void positionsAreGaplessWhoeverAppends() {
        var one = nodes.node();
        var other = nodes.node();
        var answers = new ArrayList<CompletableFuture<Appended>>();
        for (int n = 0; n < 200; n++) {
            answers.add(one.appender().submit(Nodes.events("one-" + n, 0, 2)));
            answers.add(other.appender().submit(Nodes.events("other-" + n, 0, 3)));
        }
        var positions = answers.stream()
                .map(CompletableFuture::join)
                .flatMap(answer ->
                        LongStream.rangeClosed(answer.first(), answer.last()).boxed())
                .sorted()
                .toList();
        assertThat(positions).isEqualTo(LongStream.rangeClosed(1, 1000).boxed().toList());
    }

    @Test
    void onlyTheCallerWithTheConflictIsRefused() {
        var appender = nodes.node().appender();
        appender.append(Nodes.events("a", 0, 1));
        var late = appender.submit(Nodes.events("a", 0, 1));
        var other = appender.submit(Nodes.events("b", 0, 1));
        assertThatThrownBy(() -> appender.await(late))
                .isInstanceOf(Conflict.class)
                .hasMessage(
                        "Expected to append java.lang.String as event 0 of a; its last event is 0. Load it and decide"
                                + " again.");
        assertThat(appender.await(other).last()).isEqualTo(2);
    }

    @Test
    void anAppendGoesInWholeOrNotAtAll() {
        var store = nodes.node();
        var claim = Claim.take("name", "tally", "a");
        store.appender().append(Nodes.claiming("a", claim));
        assertThatThrownBy(() -> store.appender().append(Nodes.claiming("b", claim)))
                .isInstanceOf(ClaimTaken.class)
                .hasMessage("Expected the claim name 'tally' to be free; it belongs to a.");
        assertThat(store.reader().of("b", 0, 10)).isEmpty();
    }

    @Test
    void ofCallersThatWantTheSameOneGetsIt() {
        var appender = nodes.node().appender();
        var answers = IntStream.range(0, 50)
                .mapToObj(n -> appender.submit(Nodes.claiming("c" + n, Claim.take("name", "same", "c" + n))))
                .toList();
        var taken = answers.stream().filter(answer -> fails(appender, answer)).count();
        assertThat(taken).isEqualTo(49);
    }

    private static boolean fails(Appender appender, CompletableFuture<Appended> answer) {
        try {
            appender.await(answer);
            return false;
        } catch (ClaimTaken e) {
            return true;
        }
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        var store = nodes.node();
        store.claims().record(List.of(Claim.take("name", "tally", "a")));
        store.claims().record(List.of(Claim.give("name", "tally", "a")));
        store.claims().record(List.of(Claim.take("name", "tally", "b")));
        assertThat(store.claims().find("name", "tally")).map(Claim::owner).contains("b");
    }

    @Test
    void nobodyGivesBackWhatBelongsToAnother() {
        var store = nodes.node();
        store.claims().record(List.of(Claim.take("name", "tally", "a")));
        store.claims().record(List.of(Claim.give("name", "tally", "b")));
        assertThat(store.claims().find("name", "tally")).map(Claim::owner).contains("a");
    }

    @Test
    void recordedTimeNeverGoesBack() {
        var ahead = new AtomicReference<>(Duration.ofHours(1));
        var store = nodes.node(nodes.database.connections()::open, ahead::get);
        var times = new ArrayList<Instant>();
        for (var step : List.of(Duration.ofHours(1), Duration.ZERO, Duration.ofMinutes(-5), Duration.ofHours(2))) {
            ahead.set(step);
            times.add(store.appender()
                    .append(Nodes.events("t" + times.size(), 0, 1))
                    .recordedAt());
        }
        assertThat(times).isSorted();
        assertThat(times.get(1)).isEqualTo(times.get(0));
        assertThat(times.get(3)).isAfter(times.get(2));
    }

    @Test
    void oldGroupCommitsAreForgottenAndNewOnesAreNot() {
        var ahead = new AtomicReference<>(Duration.ZERO);
        var store = nodes.node(nodes.database.connections()::open, ahead::get);
        store.appender().append(Nodes.events("old", 0, 1));
        ahead.set(Duration.ofDays(2));
        store.appender().append(Nodes.events("new", 0, 1));
        assertThat(store.reader().forgetBatches()).isEqualTo(1);
        assertThat(store.reader().forgetBatches()).isZero();
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItWaits() {
        var appender = nodes.node().appender();
        assertThatThrownBy(() -> appender.submit(Nodes.events("big", 0, 10_001)))
                .isInstanceOf(StoreBusy.class)
                .hasMessageContaining("Expected at most 10000 events")
                .hasMessageEndingWith("Split it.");
    }

    @Test
    void aDuplicateEventIdFailsItsOwnCallerOnly() {
        var appender = nodes.node().appender();
        appender.append(Nodes.events("a", 0, 1));
        var copy = Nodes.event("a", 0);
        var stolen = new NewEvent(
                copy.eventId(), "thing", "z", 0, copy.name(), null, copy.occurredAt(), copy.metadata(), copy.payload());
        var bad = appender.submit(new Append(List.of(stolen), List.of(), List.of()));
        var good = Stream.of("x", "y")
                .map(id -> appender.submit(Nodes.events(id, 0, 1)))
                .toList();
        assertThatThrownBy(() -> appender.await(bad)).isInstanceOf(Conflict.class);
        good.forEach(appender::await);
    }
}
