package tallystick.runtime.store;

import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** Axon's event store on top of ours: publishing appends, and every stream reads from the shared tail. */
public final class TallystickEventStore extends AbstractEventStore {
    private final Tail tail;
    private final int page;

    TallystickEventStore(StoreEngine engine, Tail tail, int page) {
        super(new Builder(engine));
        this.tail = tail;
        this.page = page;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return stream(token, _ -> true);
    }

    /**
     * The same events without those that nobody wants: they wake nobody. One of them is handed out now and then, so that
     * a reader's position does not stay behind.
     */
    public StreamableMessageSource<TrackedEventMessage<?>> only(Predicate<Class<?>> wanted) {
        return token -> stream(token, wanted);
    }

    private TailStream stream(@Nullable TrackingToken token, Predicate<Class<?>> wanted) {
        return new TailStream(tail, StoreEngine.position(token), page, wanted);
    }

    private static final class Builder extends AbstractEventStore.Builder {
        Builder(StoreEngine engine) {
            storageEngine(engine);
        }
    }
}
