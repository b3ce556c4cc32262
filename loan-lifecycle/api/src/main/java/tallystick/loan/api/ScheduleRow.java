package tallystick.loan.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One dated row of a schedule, in the currency of what holds it. A payout row has no number and only its date and
 * balance.
 */
public record ScheduleRow(
        @Nullable Integer nr,
        Type type,
        @Nullable LocalDate from,
        LocalDate due,
        @Nullable BigDecimal principal,
        @Nullable BigDecimal interest,
        @Nullable BigDecimal fees,
        @Nullable BigDecimal penalties,
        @Nullable BigDecimal total,
        BigDecimal balance) {
    /** What falls on the date. */
    public enum Type {
        PAYOUT,
        DOWN_PAYMENT,
        INSTALLMENT
    }
}
