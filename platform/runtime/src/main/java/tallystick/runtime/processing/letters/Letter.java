package tallystick.runtime.processing.letters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.processing.GroupName;

/**
 * An event put aside.
 *
 * @param sequence the id of the thing; its later events wait behind this one
 * @param failed true for the event that failed, false for one that waits behind it
 */
public record Letter(
        GroupName group,
        long position,
        String sequence,
        boolean failed,
        @Nullable String error,
        int attempts,
        Instant since) {}
