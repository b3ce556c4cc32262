package tallystick.runtime.web.writes;

import java.time.Duration;
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
        var forgotten = 0;
        for (var batch = BATCH; batch == BATCH; forgotten += batch) {
            batch = claims.forget(Answers.CLAIM, before, BATCH);
        }
        return forgotten;
    }
}
