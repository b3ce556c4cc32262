package tallystick.loan.engine;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Rate;

/**
 * Interest on what is late.
 *
 * @param graceDays a row paid within so many days bears none; a later one bears it from its due date
 * @param compounding how often unpaid penalty interest starts to bear some itself, from the due date; null for never
 */
public record Penalty(
        Rate annualRate, On on, int graceDays, @Nullable Step compounding) {
    /** What of a late row bears it. */
    public enum On {
        OVERDUE_PRINCIPAL,
        OVERDUE_INSTALLMENT
    }

    /** Simple: never on itself. */
    public Penalty(Rate annualRate, On on, int graceDays) {
        this(annualRate, on, graceDays, null);
    }

    /** A late rate of so many times the rate of the contract, within bounds; null for no bound. */
    public static Rate multipleOf(Rate contract, BigDecimal factor, @Nullable Rate lowest, @Nullable Rate highest) {
        return within(contract.times(factor), lowest, highest);
    }

    /** A late rate of so much above the rate of the contract, within bounds; null for no bound. */
    public static Rate above(Rate contract, Rate margin, @Nullable Rate lowest, @Nullable Rate highest) {
        return within(contract.plus(margin), lowest, highest);
    }

    private static Rate within(Rate rate, @Nullable Rate lowest, @Nullable Rate highest) {
        var raised = lowest == null ? rate : rate.max(lowest);
        return highest == null ? raised : raised.min(highest);
    }
}
