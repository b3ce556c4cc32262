package tallystick.runtime.processing.batch;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import tallystick.runtime.processing.tokens.Position;

/** Reads one event again, through the same stream and upcasters as every other reader. */
public final class EventAtPosition {
    private static final int PATIENCE_SECONDS = 5;

    private final StreamableMessageSource<TrackedEventMessage<?>> source;

    public EventAtPosition(StreamableMessageSource<TrackedEventMessage<?>> source) {
        this.source = source;
    }

    public TrackedEventMessage<?> at(long position) {
        try (var stream = source.openStream(Position.token(position - 1))) {
            if (stream.hasNextAvailable(PATIENCE_SECONDS, java.util.concurrent.TimeUnit.SECONDS)) {
                var event = stream.nextAvailable();
                if (Position.of(event) == position) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("Expected an event at position %d; found none.".formatted(position));
    }
}
