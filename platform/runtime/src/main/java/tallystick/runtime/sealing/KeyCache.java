package tallystick.runtime.sealing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keys in memory for a short while. Reading runs inside the map's lock of that name: an erasure on this node waits for
 * it and then removes what it read, so a key that was just being read cannot come back.
 */
final class KeyCache {
    private final Duration life;
    private final int most;
    private final InstantSource clock;
    private final ConcurrentHashMap<KeyName, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(Ring ring, Instant readAt) {}

    KeyCache(Duration life, int most, InstantSource clock) {
        this.life = life;
        this.most = most;
        this.clock = clock;
    }

    /** What is known of this name if that is enough, else what {@code read} finds. */
    Ring get(KeyName name, Predicate<Ring> enough, Supplier<Ring> read) {
        var known = entries.get(name); // Without the lock: a month's key is everybody's.
        if (known != null && isGood(known, enough)) {
            return known.ring();
        }
        makeRoom();
        return entries.compute(name, (_, before) -> before != null && isGood(before, enough) ? before : read(read))
                .ring();
    }

    private boolean isGood(Entry entry, Predicate<Ring> enough) {
        return fresh(entry) && enough.test(entry.ring());
    }

    /** Its age counts from before it was read. */
    private Entry read(Supplier<Ring> read) {
        var now = clock.instant();
        return new Entry(read.get(), now);
    }

    void drop(KeyName name) {
        entries.remove(name);
    }

    private void makeRoom() {
        if (entries.size() >= most) {
            entries.values().removeIf(entry -> !fresh(entry));
        }
        if (entries.size() >= most) {
            entries.clear(); // Rare, and cheaper than remembering who was used last.
        }
    }

    private boolean fresh(Entry entry) {
        var age = Duration.between(entry.readAt(), clock.instant());
        return !age.isNegative() && age.compareTo(life) < 0;
    }
}
