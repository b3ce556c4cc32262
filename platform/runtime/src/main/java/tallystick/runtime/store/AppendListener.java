package tallystick.runtime.store;

import java.util.List;

/** Hears of each group commit, on the appender's thread: be quick. */
interface AppendListener {
    /** The events as stored, in position order. */
    default void appended(List<StoredEvent> events) {}

    default void committed(int callers, int events, long nanos) {}

    /** Tells all of a list that may still grow. */
    static AppendListener all(List<AppendListener> listeners) {
        return new AppendListener() {
            @Override
            public void appended(List<StoredEvent> events) {
                listeners.forEach(listener -> listener.appended(events));
            }

            @Override
            public void committed(int callers, int events, long nanos) {
                listeners.forEach(listener -> listener.committed(callers, events, nanos));
            }
        };
    }
}
