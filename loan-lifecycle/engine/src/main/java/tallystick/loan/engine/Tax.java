package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A tax on what a row charges, rounded row by row.
 *
 * @param fraction such as 0.06 for 6 %
 * @param included whether the price holds it already; else it comes on top and is paid with the fees of the row
 */
public record Tax(String name, BigDecimal fraction, On on, boolean included) {
    /** What it is charged on. */
    public enum On {
        INTEREST,
        FEES
    }

    /** On top of the price. */
    public Tax(String name, BigDecimal fraction, On on) {
        this(name, fraction, on, false);
    }

    /** What the price is raised by. */
    long onTop(long price, RoundingMode mode) {
        return included ? 0 : of(price, mode);
    }

    /** How much tax a price leads to: a fraction of it, or where it is included, of what it would be without. */
    long of(long price, RoundingMode mode) {
        var withTax = included ? BigDecimal.ONE.add(fraction) : BigDecimal.ONE;
        return fraction.multiply(BigDecimal.valueOf(price))
                .divide(withTax, 0, mode)
                .longValueExact();
    }
}
