package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;

/**
 * A rate that follows an index: index and spread, never above the cap nor below the floor.
 *
 * @param index its name as people write it, such as {@code LPR 1Y}
 * @param fixings what the index was on the reset dates that are known, rising; the last one holds until the next
 */
public record FloatingRate(
        String index,
        Rate spread,
        @Nullable Rate cap,
        @Nullable Rate floor,
        List<Fixing> fixings) {
    /** The index on a reset date. */
    public record Fixing(LocalDate reset, Rate index) {}

    public FloatingRate {
        fixings = List.copyOf(fixings);
        if (cap != null && floor != null && cap.compareTo(floor) < 0) {
            throw new TermsNotPossible(
                    "floating/cap",
                    "must not be below the floor of " + floor.perYear().toPlainString(),
                    cap.perYear().toPlainString());
        }
    }

    /** The rates of the contract from each reset date on. */
    public List<RateStep> steps() {
        return fixings.stream()
                .map(fixing ->
                        new RateStep(fixing.reset(), bounded(fixing.index().plus(spread))))
                .toList();
    }

    private Rate bounded(Rate rate) {
        var capped = cap == null ? rate : rate.min(cap);
        return floor == null ? capped : capped.max(floor);
    }
}
