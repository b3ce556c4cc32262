package tallystick.runtime.web.writes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import tallystick.runtime.decide.Answers;
import tallystick.runtime.store.Claims;

/** Forgets idempotency keys that are older than they need to be. Called by a schedule; on several nodes at once it is harmless. */
public final class KeyKeeper {
    private static final int BATCH = 5_000;

    private final Claims claims;
    private final InstantSource clock;
    private final Duration kept;

    KeyKeeper(Claims claims, InstantSource clock, Duration kept) {
        this.claims = claims;
        this.clock = clock;
        this.kept = kept;
    }

    /** Forgets them all, in batches, and says how many there were. */
    public int forget() {
        var before = clock.instant().minus(kept);
        return forget(Repeats.LATE, before) + forget(Answers.CLAIM, before);
    }

    private int forget(String kind, Instant before) {
        var forgotten = 0;
        for (var batch = BATCH; batch == BATCH; forgotten += batch) {
            batch = claims.forget(kind, before, BATCH);
        }
        return forgotten;
    }
}
