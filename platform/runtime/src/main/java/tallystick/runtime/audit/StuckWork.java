package tallystick.runtime.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the audit knows.
 *
 * @param looks the last look at each sort of work
 * @param named the oldest findings, in words
 */
record StuckWork(List<Look> looks, List<String> named) {
    record Look(
            String name, Instant at, int found, @Nullable String error) {}

    int of(String name) {
        return looks.stream()
                .filter(look -> look.name().equals(name))
                .mapToInt(Look::found)
                .sum();
    }
}
