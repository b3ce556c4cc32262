package tallystick.runtime.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the processing groups stand. The processing feature offers one bean of this; metrics and health read it. */
public interface ProcessingReadings {
    /** The names of all groups; fixed once the process has started. */
    List<String> groups();

    /** One query or few; called no more often than the settings of telemetry allow. */
    List<Group> read();

    /**
     * One group.
     *
     * @param lag events between the head and the segment that is furthest behind
     * @param halted why it has stopped, in words without data; null while it runs
     */
    record Group(
            String name,
            long lag,
            long deadLetters,
            long parkedSteps,
            @Nullable String halted) {}
}
