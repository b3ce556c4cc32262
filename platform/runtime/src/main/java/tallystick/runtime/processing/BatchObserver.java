package tallystick.runtime.processing;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/** Told what a group handled, in the transaction that stores its token; the projection proof counts here. */
@FunctionalInterface
public interface BatchObserver {
    /**
     * @param sagas true when every segment sees every event
     * @param handled without what was put aside
     */
    void handled(GroupName group, Segment segment, boolean sagas, List<? extends EventMessage<?>> handled);
}
