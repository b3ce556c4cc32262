package tallystick.runtime.processing;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** Told what a group handled, in the transaction that stores its token. */
@FunctionalInterface
public interface BatchObserver {
    /** @param handled without what was put aside, and without what a segment of sagas left to another */
    void handled(GroupName group, int segment, List<? extends EventMessage<?>> handled);
}
