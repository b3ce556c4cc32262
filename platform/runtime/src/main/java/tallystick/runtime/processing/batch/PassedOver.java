package tallystick.runtime.processing.batch;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.axonframework.eventhandling.EventMessage;
import tallystick.runtime.processing.tokens.Position;

/**
 * What each segment has left to another since its position was stored. In memory only: a segment that is claimed anew
 * begins at its stored position and meets the same events again.
 */
final class PassedOver {
    private final boolean remembering;
    private final Map<Integer, Deque<EventMessage<?>>> bySegment = new ConcurrentHashMap<>();

    private PassedOver(boolean remembering) {
        this.remembering = remembering;
    }

    static PassedOver remembered() {
        return new PassedOver(true);
    }

    /** For groups whose events belong to one segment only, so that the others need not account for them. */
    static PassedOver nothing() {
        return new PassedOver(false);
    }

    void add(int segment, EventMessage<?> event) {
        if (remembering) {
            bySegment
                    .computeIfAbsent(segment, _ -> new ConcurrentLinkedDeque<>())
                    .add(event);
        }
    }

    /** Takes what was passed over up to a position that is being stored. Called by the segment's worker only. */
    List<EventMessage<?>> upTo(int segment, long position) {
        var waiting = bySegment.get(segment);
        var taken = new ArrayList<EventMessage<?>>();
        while (waiting != null && !waiting.isEmpty() && Position.of(waiting.getFirst()) <= position) {
            taken.add(waiting.removeFirst());
        }
        return taken;
    }

    void forget(int segment) {
        bySegment.remove(segment);
    }
}
