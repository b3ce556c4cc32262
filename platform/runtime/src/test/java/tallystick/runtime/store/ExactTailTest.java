package tallystick.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tallystick.runtime.testing.TestDatabase;

/**
 * No committed event is ever skipped, repeated or reordered, whatever happens to the writers. {@code -Dproof.tail.runs=1000}
 * for the long proof; {@code -Dproof.tail.seed=n} to see one run again.
 */
class ExactTailTest {
    private static final int RUNS = Integer.getInteger("proof.tail.runs", 20);
    static final StoreSettings SMALL = new Binder(new MapConfigurationPropertySource(Map.of(
                    "tallystick.store.tail", "60",
                    "tallystick.store.page", "25",
                    "tallystick.store.reconnect", "5ms",
                    "tallystick.store.idle-in-transaction", "1s")))
            .bindOrCreate("tallystick.store", StoreSettings.class);

    @TempDir
    private Path folder;

    private final Faults faults = new Faults();

    @Test
    void everyReaderSeesExactlyWhatWasCommitted() throws Exception {
        var fixed = Long.getLong("proof.tail.seed");
        var first = fixed != null ? fixed : System.nanoTime();
        var pause = new PausedChild(SMALL, faults);
        for (long seed = first; seed < first + (fixed != null ? 1 : RUNS); seed++) {
            var wrong = run(seed, (seed - first) % 20 == 0 ? pause : null);
            assertThat(wrong)
                    .as("seed %d; again with -Dproof.tail.seed=%d", seed, seed)
                    .isEmpty();
            if ((seed - first) % 50 == 49) {
                System.err.printf("exact tail: %d runs, %s%n", seed - first + 1, faults);
            }
        }
        if (fixed == null) {
            assertThat(Arrays.stream(Faults.Kind.values()).filter(faults::never))
                    .as("inconclusive: faults that never happened")
                    .isEmpty();
        }
    }

    private List<String> run(long seed, @Nullable PausedChild pause) throws Exception {
        var random = new Random(seed);
        var database = TestDatabase.fresh();
        var chaos = new Chaos(database, new Random(random.nextLong()), faults);
        try (var one = node(database, random, chaos);
                var other = node(database, random, chaos)) {
            var writers = new ArrayList<Writer>();
            for (int n = 0; n < 6; n++) {
                writers.add(new Writer(n % 2 == 0 ? one : other, "w" + n, new Random(random.nextLong()), faults, 25));
            }
            var readers = List.of(
                    new TailReader(one, 0, new Random(random.nextLong()), false),
                    new TailReader(other, 0, new Random(random.nextLong()), true),
                    new TailReader(other, 40, new Random(random.nextLong()), false));
            var reading = readers.stream().map(Thread::startVirtualThread).toList();
            var disturbing = Thread.startVirtualThread(chaos);
            var writing = writers.stream().map(Thread::startVirtualThread).toList();
            if (pause != null) {
                pause.pauseOne(database);
            }
            join(writing);
            chaos.end();
            disturbing.join();
            var end = one.reader().head().position();
            readers.forEach(reader -> reader.until(end));
            join(reading);
            var oracle = new TailOracle(all(one));
            readers.forEach(reader -> oracle.reader(reader.from, reader.seen()));
            writers.forEach(oracle::writer);
            oracle.wrong()
                    .addAll(one.verifier(RecordKey.in(folder.resolve("record.key")))
                            .verify()
                            .faults());
            return oracle.wrong();
        }
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }

    private static List<StoredEvent> all(OpenStore store) {
        return store.reader().after(0, 1_000_000);
    }

    private OpenStore node(TestDatabase database, Random random, Chaos chaos) {
        var connections = new FaultyConnections(database, new Random(random.nextLong()), 0.05, faults);
        return OpenStore.open(connections, database.dataSource(), SMALL, engine(), chaos.clockAhead::get);
    }

    static StoreEngine.Builder engine() {
        var builder = new StoreEngine.Builder();
        var serializer = JacksonSerializer.defaultSerializer();
        builder.eventSerializer(serializer).snapshotSerializer(serializer);
        return builder;
    }

    @Test
    void theOracleCatchesAReaderThatTrustsItsOwnNodeOnly() {
        try (var nodes = new Nodes()) {
            var one = nodes.node();
            var other = nodes.node();
            var seen = new ArrayList<TailReader.Seen>();
            one.onAppend(new AppendListener() {
                @Override
                public void appended(List<StoredEvent> events) {
                    events.forEach(e ->
                            seen.add(new TailReader.Seen(e.position(), e.event().eventId())));
                }
            });
            one.appender().append(Nodes.events("a", 0, 1));
            other.appender().append(Nodes.events("b", 0, 1));
            one.appender().append(Nodes.events("c", 0, 1));
            assertThat(new TailOracle(all(one)).reader(0, seen).wrong())
                    .singleElement()
                    .asString()
                    .contains("saw 2 of 3 events");
        }
    }

    @Test
    void theOracleCatchesRepeatsDisorderAndLostAcknowledgements() {
        try (var nodes = new Nodes()) {
            var one = nodes.node();
            one.appender().append(Nodes.events("a", 0, 2));
            var first = new TailReader.Seen(1, "a/0");
            var second = new TailReader.Seen(2, "a/1");
            assertThat(new TailOracle(all(one))
                            .reader(0, List.of(first, second))
                            .wrong())
                    .isEmpty();
            assertThat(new TailOracle(all(one))
                            .reader(0, List.of(second, first))
                            .wrong())
                    .hasSize(1);
            assertThat(new TailOracle(all(one))
                            .reader(0, List.of(first, first, second))
                            .wrong())
                    .hasSize(1);
            var writer = new Writer(one, "w", new Random(1), faults, 0);
            writer.acknowledged.add(
                    new Writer.Acknowledged(Nodes.events("lost", 0, 1), new Appended(3, 3, Instant.EPOCH)));
            writer.refused.add(Nodes.events("a", 0, 1));
            assertThat(new TailOracle(all(one)).writer(writer).wrong()).hasSize(2);
        }
    }
}
