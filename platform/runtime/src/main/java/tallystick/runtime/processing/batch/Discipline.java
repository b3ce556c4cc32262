package tallystick.runtime.processing.batch;

import org.axonframework.eventhandling.EventMessage;

/** What a kind of group does with its events and with those it cannot handle. */
public interface Discipline {
    /** Called once in the batch's transaction, before its first event. */
    default void begin(Batch batch) {}

    /**
     * Handles one event in the batch's transaction.
     *
     * @return false when the event was put aside instead
     * @throws Exception to roll the whole batch back; it comes again
     */
    boolean handle(EventMessage<?> event, Batch batch) throws Exception;

    /** Called when this node has claimed a segment: what it knew of it may no longer hold. */
    default void claimed(int segment) {}

    /** Called after the batch was rolled back, outside of any transaction. */
    default void failed(Batch batch, Throwable fault) {}
}
