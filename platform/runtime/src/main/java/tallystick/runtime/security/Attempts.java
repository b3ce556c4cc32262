package tallystick.runtime.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Failed attempts by key, as a bucket that leaks one failure per interval. Full means wait; it never locks for good. An
 * attempt counts from its beginning, so that many at once cannot pass, and is given back when it succeeds.
 */
final class Attempts {
    private static final int MOST_KEYS = 100_000;

    private final int most;
    private final Duration every;
    private final InstantSource clock;
    /** When the bucket will be empty again. */
    private final ConcurrentHashMap<String, Instant> emptyAt = new ConcurrentHashMap<>();

    Attempts(int most, Duration every, InstantSource clock) {
        this.most = most;
        this.every = every;
        this.clock = clock;
    }

    /** How long until there is room for one attempt; zero when there is. */
    Duration wait(String key) {
        var now = clock.instant();
        var fullUntil = emptyAt.getOrDefault(key, now).minus(every.multipliedBy(most - 1L));
        var wait = Duration.between(now, fullUntil);
        return wait.isPositive() ? wait : Duration.ZERO;
    }

    /** Counts an attempt, or says how long to wait when there is no room for it. */
    synchronized Duration begin(String key) {
        var wait = wait(key);
        if (wait.isZero()) {
            count(key, clock.instant());
        }
        return wait;
    }

    private void count(String key, Instant now) {
        if (emptyAt.size() >= MOST_KEYS) {
            emptyAt.values().removeIf(then -> !then.isAfter(now));
        }
        emptyAt.merge(key, now.plus(every), (then, _) -> (then.isAfter(now) ? then : now).plus(every));
    }

    void giveBack(String key) {
        emptyAt.computeIfPresent(key, (_, then) -> then.minus(every));
    }
}
