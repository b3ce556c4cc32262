package tallystick.runtime.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * How far behind the deadlines are.
 *
 * @param contexts by name
 * @param unknown kinds with rows that no {@link DeadlineKind} of this process handles, as {@code context.kind}
 */
record DeadlineBacklog(SequencedMap<String, Late> contexts, List<String> unknown) {
    Late of(String context) {
        return contexts.getOrDefault(context, new Late(0, null, 0));
    }

    /** One context's share; no oldest when nothing is overdue. */
    record Late(long overdue, @Nullable Instant oldest, long failing) {
        Duration behind(Instant now) {
            return oldest == null ? Duration.ZERO : Duration.between(oldest, now);
        }
    }
}
