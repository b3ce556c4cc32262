package tallystick.runtime.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.serialization.json.JacksonSerializer;
import tallystick.runtime.testing.TestDatabase;

/** Nodes over one database, as tests of the store need them. */
final class Nodes implements AutoCloseable {
    final TestDatabase database = TestDatabase.fresh();
    final DataSource dataSource = database.dataSource();
    private final List<OpenStore> open = new ArrayList<>();

    OpenStore node() {
        return node(database.connections()::open, () -> Duration.ZERO);
    }

    OpenStore node(ConnectionOpener connections, Supplier<Duration> clockAhead) {
        var serializer = JacksonSerializer.defaultSerializer();
        var builder = new StoreEngine.Builder();
        builder.eventSerializer(serializer).snapshotSerializer(serializer);
        var store = OpenStore.open(connections, dataSource, StoreSettings.defaults(), builder, clockAhead);
        open.add(store);
        return store;
    }

    static NewEvent event(String id, long sequence) {
        return new NewEvent(
                id + "/" + sequence,
                "thing",
                id,
                sequence,
                "java.lang.String",
                null,
                Instant.parse("2026-01-02T03:04:05Z"),
                "{}".getBytes(StandardCharsets.UTF_8),
                "\"happened\"".getBytes(StandardCharsets.UTF_8));
    }

    static Append events(String id, int first, int count) {
        return new Append(
                IntStream.range(first, first + count)
                        .mapToObj(n -> event(id, n))
                        .toList(),
                List.of(),
                List.of());
    }

    static Append claiming(String id, Claim... claims) {
        return new Append(List.of(event(id, 0)), List.of(claims), List.of());
    }

    @Override
    public void close() {
        open.forEach(OpenStore::close);
    }
}
