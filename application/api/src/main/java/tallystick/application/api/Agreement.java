package tallystick.application.api;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;

/**
 * What of the product's version is fixed for an application when it is handed in.
 *
 * @param pattern the terms every offer starts from, JSON as in {@code POST /quotes} without principal, rate, count and
 *     dates
 * @param allocation JSON as in {@code POST /simulations}
 * @param factsValidFor how old the facts of the decision may become before the next placement; null is for ever
 * @param conditions what must be met before the payout; null is none
 */
public record Agreement(
        String jurisdiction,
        String currency,
        String every,
        Rate lowestRate,
        Rate highestRate,
        Duration offerValidFor,
        int coolingOffDays,
        String pattern,
        @Nullable String allocation,
        @Nullable Duration factsValidFor,
        @Nullable List<String> conditions) {
    /** The same, under further conditions. */
    public Agreement under(List<String> further) {
        var all = new LinkedHashSet<>(conditions == null ? List.<String>of() : conditions);
        all.addAll(further);
        return new Agreement(
                jurisdiction,
                currency,
                every,
                lowestRate,
                highestRate,
                offerValidFor,
                coolingOffDays,
                pattern,
                allocation,
                factsValidFor,
                List.copyOf(all));
    }
}
