package tallystick.runtime.store;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
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
        return new TailStream(tail, StoreEngine.position(token), page);
    }

    private static final class Builder extends AbstractEventStore.Builder {
        Builder(StoreEngine engine) {
            storageEngine(engine);
        }
    }
}
