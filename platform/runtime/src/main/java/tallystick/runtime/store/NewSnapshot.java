package tallystick.runtime.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of a thing at a sequence, to be stored with the event that made it. */
record NewSnapshot(
        String id,
        @Nullable String kind,
        long sequence,
        String eventId,
        String name,
        @Nullable String revision,
        Instant occurredAt,
        byte[] metadata,
        byte[] payload) {}
