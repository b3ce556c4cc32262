package tallystick.bank.iso20022;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When what waits becomes a file: when there is enough of it, when the oldest has waited long enough, or when it is time.
 *
 * @param most payments in one file
 * @param every the longest that a payment waits
 * @param leaves times of the day at which what waits leaves, before the bank's cut-offs
 */
record Batching(int most, Duration every, List<LocalTime> leaves, ZoneId zone) {
    Batching {
        if (most < 1 || most > 100_000) {
            throw new IllegalArgumentException("batch.most: expected 1 to 100000; found another number.");
        }
        if (every.isNegative()) {
            throw new IllegalArgumentException("batch.every: expected a duration such as PT1M; found one below zero.");
        }
        leaves = List.copyOf(leaves);
    }

    boolean isDue(int waiting, Instant oldest, Instant now) {
        return waiting > 0
                && (waiting >= most
                        || !now.isBefore(oldest.plus(every))
                        || leaves.stream().anyMatch(at -> left(at, oldest, now)));
    }

    /** Whether the time has come since the oldest began to wait. */
    private boolean left(LocalTime at, Instant oldest, Instant now) {
        var today = now.atZone(zone).with(at);
        var last = today.toInstant().isAfter(now) ? today.minusDays(1) : today;
        return oldest.isBefore(last.toInstant());
    }
}
