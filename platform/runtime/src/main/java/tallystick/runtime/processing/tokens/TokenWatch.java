package tallystick.runtime.processing.tokens;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** Follows the tokens of one group on this node. */
public interface TokenWatch {
    /** This node has claimed a segment, perhaps not for the first time, and begins at its stored position. */
    void claimed(int segment);

    /** A position is about to be stored, in the transaction of what led to it: answers what is settled with it. */
    Settled storing(int segment, long position);

    /**
     * What a new position stands for.
     *
     * @param first no event before this position was looked at since the former one
     * @param handled what is accounted for from now on; what was put aside is not among it
     */
    record Settled(long first, List<EventMessage<?>> handled) {
        static final Settled NOTHING = new Settled(Long.MAX_VALUE, List.of());
    }
}
