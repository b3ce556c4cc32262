package tallystick.runtime.processing.sagas;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.processing.GroupName;

/**
 * A saga step that waits.
 *
 * @param starting true when the step should have started the saga
 * @param failed true for the step that failed, false for one that queues behind it
 */
public record ParkedStep(
        GroupName group,
        String saga,
        long position,
        boolean starting,
        String associations,
        boolean failed,
        @Nullable String error,
        int attempts,
        Instant since) {}
