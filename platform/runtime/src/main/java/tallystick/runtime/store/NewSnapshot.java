package tallystick.runtime.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of a thing at a sequence, to be stored with the event that made it. */
public record NewSnapshot(
        String id,
        @Nullable String kind,
        long sequence,
        String eventId,
        String name,
        @Nullable String revision,
        Instant occurredAt,
        byte[] metadata,
        byte[] payload) {

    static NewSnapshot of(NewEvent row) {
        return new NewSnapshot(
                row.id(),
                row.kind(),
                row.sequence(),
                row.eventId(),
                row.name(),
                row.revision(),
                row.occurredAt(),
                row.metadata(),
                row.payload());
    }
}
