package tallystick.loan.engine.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;
import tallystick.loan.engine.Component;

/**
 * A limit on what a loan may cost, as data.
 *
 * @param value the limit; null where it is a multiple of an index
 * @param multiple of the index; null where the limit is a value
 * @param index its name; null where the limit is a value
 * @param counts what counts as cost
 * @param source the law or ruling it comes from
 */
public record CostCap(
        String id,
        Measure measure,
        @Nullable Rate value,
        @Nullable BigDecimal multiple,
        @Nullable String index,
        Set<Component> counts,
        LocalDate validFrom,
        String source) {
    /** What is limited. */
    public enum Measure {
        /** The nominal rate a year by the actuarial method of Regulation Z. */
        ALL_IN_COST,
        /** What compounds to the same in a year of 365 days. */
        EFFECTIVE_ANNUAL
    }

    public CostCap {
        counts = Set.copyOf(counts);
        if ((value == null) == (multiple == null) || (multiple == null) != (index == null)) {
            throw new IllegalArgumentException(
                    "Expected cap %s to have a value, or a multiple and an index; found both or neither."
                            .formatted(id));
        }
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom);
    }

    /** The limit, where the index stands as it does. */
    public Rate limit(Rate index) {
        return value == null && multiple != null ? index.times(multiple) : Objects.requireNonNull(value);
    }
}
