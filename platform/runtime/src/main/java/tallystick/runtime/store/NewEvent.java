package tallystick.runtime.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into the store, already as bytes.
 *
 * @param kind what sort of thing it happened to; null for an event that belongs to no thing
 * @param id the thing, or the event's own id when it belongs to none
 * @param sequence its place in the life of that thing, from 0
 * @param name its public name, such as {@code loan.RepaymentReceived}
 */
record NewEvent(
        String eventId,
        @Nullable String kind,
        String id,
        long sequence,
        String name,
        @Nullable String revision,
        Instant occurredAt,
        byte[] metadata,
        byte[] payload) {

    int size() {
        return payload.length + metadata.length;
    }
}
