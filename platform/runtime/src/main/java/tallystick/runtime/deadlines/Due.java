package tallystick.runtime.deadlines;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A row that this node has taken.
 *
 * @param leaseUntil exactly as stored: it is the proof that nobody has taken the row since
 * @param attempts that failed so far
 */
record Due(String kind, String id, Instant dueAt, OffsetDateTime leaseUntil, int attempts) {
    @Override
    public String toString() {
        return "%s of %s (due %s)".formatted(kind, id, dueAt);
    }
}
