package tallystick.runtime.processing.tokens;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** From Axon's tokens to plain positions. Nothing but a plain position is ever stored; 0 is before the first event. */
public final class Position {
    private Position() {}

    public static long of(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> 0;
            case GlobalSequenceTrackingToken plain -> plain.getGlobalIndex();
            default ->
                throw new IllegalArgumentException(
                        "Expected a plain position (GlobalSequenceTrackingToken), found a %s. Replays and merges are not"
                                        .formatted(token.getClass().getSimpleName())
                                + " done with tokens here: start a new version of the read model beside the old one.");
        };
    }

    public static long of(EventMessage<?> event) {
        if (event instanceof TrackedEventMessage<?> tracked) {
            return of(tracked.trackingToken());
        }
        throw new IllegalArgumentException(
                "Expected an event from the stream, found one without position: " + event.getIdentifier());
    }

    public static TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
