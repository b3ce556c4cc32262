package tallystick.application.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;

/**
 * What of the product's version is fixed for an application when it is handed in.
 *
 * @param pattern the terms every offer starts from, JSON as in {@code POST /quotes} without principal, rate, count and
 *     dates
 * @param allocation JSON as in {@code POST /simulations}
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
        @Nullable String allocation) {}
