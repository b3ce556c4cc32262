package tallystick.runtime.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The store as Axon's storage engine. Inside a unit of work an append is staged and becomes durable in the root's commit
 * phase, before any local transaction commits; outside of one it is durable on return.
 */
public final class StoreEngine extends AbstractEventStorageEngine {
    private final Appender appender;
    private final EventReader reader;
    private final int page;

    StoreEngine(Builder builder, Appender appender, EventReader reader, int page) {
        super(builder);
        this.appender = appender;
        this.reader = reader;
        this.page = page;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        var rows = events.stream().map(event -> row(event, serializer)).toList();
        if (CurrentUnitOfWork.isStarted()) {
            Staged.in(CurrentUnitOfWork.get().root(), appender).events(rows);
            return;
        }
        try {
            appender.append(new Append(rows, List.of(), List.of()));
        } catch (Conflict e) {
            handlePersistenceException(e, events.getFirst());
        }
    }

    /** What the current root unit of work will store, for what goes in with its events. */
    public Staged staged() {
        return Staged.current(appender);
    }

    /** Queues one caller's append without a unit of work; all of it goes in or nothing. */
    public CompletableFuture<Appended> submit(
            List<? extends EventMessage<?>> events, List<Claim> claims, List<NewSnapshot> snapshots) {
        var rows =
                events.stream().map(event -> row(event, getEventSerializer())).toList();
        return appender.submit(new Append(rows, claims, snapshots));
    }

    /**
     * Waits for a queued append.
     *
     * @throws Conflict when somebody else appended first
     * @throws ClaimTaken when a claim is taken
     * @throws OutcomeUnknown when the store does not answer in time
     */
    public Appended await(CompletableFuture<Appended> answer) {
        return appender.await(answer);
    }

    static NewEvent row(EventMessage<?> event, Serializer serializer) {
        var payload = event.serializePayload(serializer, byte[].class);
        var metadata = event.serializeMetaData(serializer, byte[].class).getData();
        var type = payload.getType();
        if (event instanceof DomainEventMessage<?> domain) {
            return new NewEvent(
                    event.getIdentifier(),
                    domain.getType(),
                    domain.getAggregateIdentifier(),
                    domain.getSequenceNumber(),
                    type.getName(),
                    type.getRevision(),
                    event.getTimestamp(),
                    metadata,
                    payload.getData());
        }
        return new NewEvent(
                event.getIdentifier(),
                null,
                event.getIdentifier(),
                0,
                type.getName(),
                type.getRevision(),
                event.getTimestamp(),
                metadata,
                payload.getData());
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        reader.store(NewSnapshot.of(row(snapshot, serializer)));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String id) {
        return reader.snapshots(List.of(id)).stream()
                .map(s -> new GenericDomainEventEntry<>(
                        s.kind(),
                        s.id(),
                        s.sequence(),
                        s.eventId(),
                        s.occurredAt(),
                        s.name(),
                        s.revision(),
                        s.payload(),
                        s.metadata()));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String id, long firstSequence) {
        return pages(
                        firstSequence,
                        next -> reader.of(id, next, page),
                        event -> event.event().sequence() + 1)
                .map(StoredEvent::asDomainEvent);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        return pages(position(token), next -> reader.after(next, page), StoredEvent::position)
                .map(StoredEvent::tracked);
    }

    /** The messages of stored events, with their tokens, upcast but not yet deserialized. */
    List<TrackedEventMessage<?>> messages(List<StoredEvent> events) {
        var data = events.stream().map(StoredEvent::tracked);
        return EventUtils.upcastAndDeserializeTrackedEvents(data, getEventSerializer(), upcasterChain)
                .toList();
    }

    Stream<? extends DomainEventMessage<?>> domainMessages(List<StoredEvent> events) {
        var data = events.stream().map(StoredEvent::asDomainEvent);
        return EventStreamUtils.upcastAndDeserializeDomainEvents(data, getEventSerializer(), upcasterChain)
                .asStream();
    }

    private Stream<StoredEvent> pages(
            long from, LongFunction<List<StoredEvent>> read, ToLongFunction<StoredEvent> next) {
        var pages = new Spliterators.AbstractSpliterator<StoredEvent>(Long.MAX_VALUE, 0) {
            private List<StoredEvent> current = new ArrayList<>();
            private int at;
            private long position = from;
            private boolean last;

            @Override
            public boolean tryAdvance(Consumer<? super StoredEvent> action) {
                if (at == current.size()) {
                    if (last) {
                        return false;
                    }
                    current = read.apply(position);
                    last = current.size() < page;
                    at = 0;
                    if (current.isEmpty()) {
                        return false;
                    }
                    position = next.applyAsLong(current.getLast());
                }
                action.accept(current.get(at++));
                return true;
            }
        };
        return StreamSupport.stream(pages, false);
    }

    static long position(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> 0;
            case GlobalSequenceTrackingToken global -> global.getGlobalIndex();
            default ->
                throw new IllegalArgumentException(
                        "Expected a token that is a position; found %s. A processing group made by"
                                        .formatted(token.getClass().getName())
                                + " ProcessingGroup never has another.");
        };
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String id) {
        return reader.lastSequence(id);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head().position());
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return new GlobalSequenceTrackingToken(reader.before(moment));
    }

    /** Builds an engine with a serializer and upcasters of one's choice. */
    public static final class Builder extends AbstractEventStorageEngine.Builder {
        public Builder() {
            persistenceExceptionResolver(Conflict.class::isInstance);
        }
    }
}
