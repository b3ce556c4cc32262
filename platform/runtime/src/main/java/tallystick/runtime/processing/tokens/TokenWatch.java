package tallystick.runtime.processing.tokens;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** Follows the tokens of one group on this node. */
public interface TokenWatch {
    /** This node has claimed a segment, perhaps not for the first time, and begins at its stored position. */
    void claimed(int segment);

    /** A position is about to be stored, in the transaction of what led to it: answers what is handled once it is. */
    List<EventMessage<?>> storing(int segment, long position);
}
