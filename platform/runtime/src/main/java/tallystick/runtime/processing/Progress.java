package tallystick.runtime.processing;

import java.time.Duration;

/** Whether what was written can be read already. */
public interface Progress {
    /**
     * Waits until every read model of the context has taken what it subscribes to of a thing's first events, and shows it.
     *
     * @param version how many of the thing's events count, as a decision answers it
     * @return false when that did not happen within the time
     */
    boolean caughtUp(String context, String id, long version, Duration within);
}
