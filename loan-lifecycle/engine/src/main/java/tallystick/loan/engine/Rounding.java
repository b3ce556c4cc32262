package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How amounts come to whole minor units. The last row takes what rounding left.
 *
 * @param multipleUnits instalments are multiples of so many minor units; 1 for no coarser rounding
 */
public record Rounding(RoundingMode mode, long multipleUnits) {
    public static final Rounding HALF_EVEN = new Rounding(RoundingMode.HALF_EVEN, 1);

    /** To the minor unit first, then to the multiple: so it is done where multiples come from. */
    long installment(BigDecimal units) {
        var whole = units.setScale(0, mode);
        if (multipleUnits == 1) {
            return whole.longValueExact();
        }
        var multiple = BigDecimal.valueOf(multipleUnits);
        return whole.divide(multiple, 0, mode).multiply(multiple).longValueExact();
    }

    /** Without the coarser multiple. */
    Rounding toMinorUnits() {
        return new Rounding(mode, 1);
    }
}
