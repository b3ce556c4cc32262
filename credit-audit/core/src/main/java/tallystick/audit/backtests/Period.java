package tallystick.audit.backtests;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which recorded cases a backtest takes.
 *
 * @param from the first day, as UTC has it
 * @param to the last day
 * @param sample the fraction to take, chosen by the ids of the cases
 */
record Period(
        LocalDate from,
        LocalDate to,
        @Nullable String product,
        @Nullable String channel,
        @Nullable String sample) {
    /** In ten thousandths, as the database picks. */
    int tenThousandths() {
        return sample == null
                ? 10_000
                : new BigDecimal(sample).movePointRight(4).intValue();
    }
}
