package tallystick.runtime.web.writes;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** {@code Prefer: wait=10}: holds an answer back until what it shows has settled, at most so many seconds. */
public final class Holding {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?([0-9]{1,6})\"?(?:$|[,;\\s])");
    private static final Duration SHORTEST_LOOK = Duration.ofMillis(10);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(200);

    private final Duration longest;

    Holding(Duration longest) {
        this.longest = longest;
    }

    /**
     * Reads until settled or out of time, then answers 200 with what was read last.
     *
     * @param prefer the Prefer header; null or without a wait means: do not hold
     */
    public <T> ResponseEntity<T> hold(
            @org.jspecify.annotations.Nullable String prefer, Supplier<T> read, Predicate<T> settled) {
        var wait = wait(prefer);
        if (wait.isZero()) {
            return ResponseEntity.ok(read.get());
        }
        var headers = new HttpHeaders();
        headers.set("Preference-Applied", "wait=" + wait.toSeconds());
        return ResponseEntity.ok().headers(headers).body(settle(wait, read, settled));
    }

    /** What a caller prefers, cut to the longest there is; zero without a preference, and other preferences are ignored. */
    Duration wait(@org.jspecify.annotations.Nullable String prefer) {
        var found = WAIT.matcher(prefer == null ? "" : prefer);
        if (!found.find()) {
            return Duration.ZERO;
        }
        var wanted = Duration.ofSeconds(Long.parseLong(found.group(1)));
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }

    private static <T> T settle(Duration wait, Supplier<T> read, Predicate<T> settled) {
        var end = System.nanoTime() + wait.toNanos();
        var pause = SHORTEST_LOOK;
        var seen = read.get();
        while (!settled.test(seen) && System.nanoTime() < end) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return seen;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : pause.multipliedBy(2);
            seen = read.get();
        }
        return seen;
    }
}
