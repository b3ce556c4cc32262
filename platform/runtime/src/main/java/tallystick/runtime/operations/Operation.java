package tallystick.runtime.operations;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Long work as it stands now.
 *
 * @param owner who started it
 * @param input what its work type was given
 * @param reached where its work would go on after a crash; means something to the work type only
 * @param result address of what came out
 * @param problem a whole problem detail, as JSON
 */
record Operation(
        String id,
        String type,
        String owner,
        String input,
        State state,
        long done,
        long total,
        String reached,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String result,
        @Nullable String problem,
        int attempt) {

    enum State {
        QUEUED,
        RUNNING,
        /** Given up by the machine after too many crashes; nothing is lost, a person has to look. */
        STOPPED,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        boolean ended() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /** When it ends if it goes on as it went; null while nobody can tell. */
    @Nullable
    Instant eta(Instant now) {
        if (state != State.RUNNING || startedAt == null || done <= 0 || total < done) {
            return null;
        }
        var spent = Duration.between(startedAt, now).toMillis();
        return now.plusMillis((long) ((double) spent / done * (total - done)));
    }
}
