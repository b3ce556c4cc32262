package tallystick.runtime.processing.batch;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/** Events of one thing are handled in their order, hence by one segment. */
public final class Sequence {
    private Sequence() {}

    /** The id of the thing that the event happened to. */
    public static String of(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : event.getIdentifier();
    }

    /** Whether this segment handles what happens to the thing. The same rule as Axon's policy, so that both agree. */
    public static boolean owned(Segment segment, String id) {
        return segment.matches(id.hashCode());
    }
}
