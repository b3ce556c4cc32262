package tallystick.runtime.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A store that runs on this node: its appender, its tail, and what others need of it. Whoever opens it closes it. */
public final class OpenStore implements AutoCloseable {
    private final Appender appender;
    private final EventReader reader;
    private final StoreEngine engine;
    private final Tail tail;
    private final TailListener listener;
    private final TallystickEventStore eventStore;
    private final DataSource dataSource;
    private final int page;
    private final List<AppendListener> listeners = new CopyOnWriteArrayList<>();

    private OpenStore(
            ConnectionOpener connections,
            DataSource dataSource,
            StoreSettings settings,
            StoreEngine.Builder builder,
            Supplier<Duration> clockAhead) {
        this.dataSource = dataSource;
        this.page = settings.page();
        reader = new EventReader(dataSource);
        appender = new Appender(connections, settings, new GroupCommit(clockAhead), AppendListener.all(listeners));
        engine = new StoreEngine(builder, appender, reader, settings.page());
        tail = new Tail(reader, engine::messages, settings);
        listeners.add(tail);
        listener = new TailListener(connections, tail, settings, appender::backend);
        eventStore = new TallystickEventStore(engine, tail, settings.page());
    }

    static OpenStore open(
            ConnectionOpener connections,
            DataSource dataSource,
            StoreSettings settings,
            StoreEngine.Builder builder,
            Supplier<Duration> clockAhead) {
        return new OpenStore(connections, dataSource, settings, builder, clockAhead);
    }

    /**
     * Opens a store with the default limits.
     *
     * @param connections opens connections that do not belong to the pool
     * @param dataSource the pool, for reading
     */
    public static OpenStore open(ConnectionOpener connections, DataSource dataSource, StoreEngine.Builder builder) {
        return open(connections, dataSource, StoreSettings.defaults(), builder, () -> Duration.ZERO);
    }

    public TallystickEventStore eventStore() {
        return eventStore;
    }

    public StoreEngine engine() {
        return engine;
    }

    public Claims claims() {
        return new JdbcClaims(appender, dataSource);
    }

    public Histories histories() {
        return new Histories(reader, engine);
    }

    void onAppend(AppendListener more) {
        listeners.add(more);
    }

    /** Signs the record with a key. */
    public Checkpoints checkpoints(RecordKey key) {
        return new Checkpoints(reader, dataSource, key);
    }

    /** Verifies the record against the checkpoints signed with a key. */
    public ChainVerifier verifier(RecordKey key) {
        return new ChainVerifier(reader, checkpoints(key), page);
    }

    Appender appender() {
        return appender;
    }

    EventReader reader() {
        return reader;
    }

    @Override
    public void close() {
        appender.close();
        listener.close();
        tail.close();
    }
}
