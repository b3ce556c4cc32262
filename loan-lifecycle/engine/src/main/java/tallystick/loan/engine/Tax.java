package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A tax on top of what a row charges, rounded row by row and paid with its fees.
 *
 * @param fraction such as 0.06 for 6 %
 */
public record Tax(String name, BigDecimal fraction, On on) {
    /** What it is charged on. */
    public enum On {
        INTEREST,
        FEES
    }

    long of(long units, RoundingMode mode) {
        return fraction.multiply(BigDecimal.valueOf(units)).setScale(0, mode).longValueExact();
    }
}
