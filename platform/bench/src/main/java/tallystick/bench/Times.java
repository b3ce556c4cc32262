package tallystick.bench;

import java.util.Arrays;
import java.util.Collection;

/** How long many calls took, sorted. */
record Times(long[] nanos) {
    static Times of(Collection<long[]> parts) {
        var all = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (all.length == 0) {
            throw new IllegalStateException("Expected at least one call; none was measured.");
        }
        return new Times(all);
    }

    double millis(double percent) {
        int rank = (int) Math.ceil(percent / 100 * nanos.length) - 1;
        return nanos[Math.max(0, rank)] / 1e6;
    }

    void into(Report report, String what) {
        report.add(what + ": p50", "ms", millis(50));
        report.add(what + ": p99", "ms", millis(99));
        report.add(what + ": p99.9", "ms", millis(99.9));
    }
}
