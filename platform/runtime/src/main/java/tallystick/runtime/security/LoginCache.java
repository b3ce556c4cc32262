package tallystick.runtime.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logins that were verified a short while ago, by keyed fingerprint of name and password. An entry is good for the very
 * user object it was verified against, so a changed password or role ends it.
 */
final class LoginCache {
    private static final int MOST = 10_000;

    private final Duration life;
    private final InstantSource clock;
    private final ConcurrentHashMap<ProcessKey.Fingerprint, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(User user, Instant since) {}

    LoginCache(Duration life, InstantSource clock) {
        this.life = life;
        this.clock = clock;
    }

    boolean knows(ProcessKey.Fingerprint login, User user) {
        var entry = entries.get(login);
        return entry != null && entry.user().equals(user) && fresh(entry);
    }

    void add(ProcessKey.Fingerprint login, User user) {
        if (entries.size() >= MOST) {
            entries.values().removeIf(entry -> !fresh(entry));
        }
        if (entries.size() < MOST) {
            entries.put(login, new Entry(user, clock.instant()));
        }
    }

    private boolean fresh(Entry entry) {
        var age = Duration.between(entry.since(), clock.instant());
        return !age.isNegative() && age.compareTo(life) < 0;
    }
}
