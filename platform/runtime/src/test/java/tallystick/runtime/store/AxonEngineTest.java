package tallystick.runtime.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngineTest;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tallystick.runtime.testing.TestDatabase;

/** Our engine must behave as Axon's own tests of an engine describe. */
class AxonEngineTest extends AbstractEventStorageEngineTest<StoreEngine, StoreEngine.Builder> {
    private final TestDatabase database = TestDatabase.fresh();
    private final List<OpenStore> opened = new ArrayList<>();

    @BeforeEach
    void open() {
        setTestSubject(createEngine());
    }

    @AfterEach
    void close() {
        opened.forEach(OpenStore::close);
    }

    @Override
    protected StoreEngine createEngine(UnaryOperator<StoreEngine.Builder> customization) {
        var builder = new StoreEngine.Builder();
        var serializer = JacksonSerializer.defaultSerializer();
        builder.eventSerializer(serializer).snapshotSerializer(serializer);
        var store = OpenStore.open(database.connections()::open, database.dataSource(), customization.apply(builder));
        opened.add(store);
        return store.engine();
    }
}
