package tallystick.runtime.store;

import java.time.Instant;

/** Where an append went. An append without events has {@code first > last}. */
public record Appended(long first, long last, Instant recordedAt) {}
