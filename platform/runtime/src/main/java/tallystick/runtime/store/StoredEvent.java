package tallystick.runtime.store;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** An event as it stands in the store, at its position for ever. */
record StoredEvent(long position, NewEvent event, Instant recordedAt, byte[] hash) {

    TrackedEventData<byte[]> tracked() {
        var token = new GlobalSequenceTrackingToken(position);
        return event.kind() == null
                ? new OfNothing(token, event)
                : new TrackedDomainEventData<>(token, asDomainEvent());
    }

    DomainEventData<byte[]> asDomainEvent() {
        return new GenericDomainEventEntry<>(
                event.kind(),
                event.id(),
                event.sequence(),
                event.eventId(),
                event.occurredAt(),
                event.name(),
                event.revision(),
                event.payload(),
                event.metadata());
    }

    /** An event that belongs to no thing. */
    private record OfNothing(TrackingToken trackingToken, NewEvent event) implements TrackedEventData<byte[]> {
        @Override
        public String getEventIdentifier() {
            return event.eventId();
        }

        @Override
        public Instant getTimestamp() {
            return event.occurredAt();
        }

        @Override
        public SerializedObject<byte[]> getMetaData() {
            return new SerializedMetaData<>(event.metadata(), byte[].class);
        }

        @Override
        public SerializedObject<byte[]> getPayload() {
            return new SimpleSerializedObject<>(event.payload(), byte[].class, event.name(), event.revision());
        }
    }
}
