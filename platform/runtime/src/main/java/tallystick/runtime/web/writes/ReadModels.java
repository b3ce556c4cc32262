package tallystick.runtime.web.writes;

import java.time.Duration;

/** Waits until what was written can be read. */
@FunctionalInterface
public interface ReadModels {
    /** Whether all read models of the context show this version of the thing, now or within the time. */
    boolean caughtUp(String context, String id, long version, Duration within);
}
