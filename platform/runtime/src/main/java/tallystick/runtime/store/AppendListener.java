package tallystick.runtime.store;

import java.util.List;

/** Hears of each group commit, on the appender's thread: be quick. */
interface AppendListener {
    /** The events as stored, in position order. */
    default void appended(List<StoredEvent> events) {}

    default void committed(int callers, int events, long nanos) {}
}
