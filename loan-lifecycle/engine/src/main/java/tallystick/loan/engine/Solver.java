package tallystick.loan.engine;

import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rate at which what is received and what is paid are worth the same. Works in floating point, since a yield is
 * a measure that is shown with six decimals and moves no money.
 */
final class Solver {
    private static final int HIGHEST = 100;
    private static final int STEPS = 200;

    private Solver() {}

    /** @param worth grows with the rate, as it does when money is received first and paid later */
    static @Nullable BigDecimal rate(DoubleUnaryOperator worth) {
        var low = -0.9999;
        var high = (double) HIGHEST;
        if (worth.applyAsDouble(low) > 0 || worth.applyAsDouble(high) < 0) {
            return null;
        }
        for (var step = 0; step < STEPS; step++) {
            var middle = (low + high) / 2;
            if (worth.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return BigDecimal.valueOf((low + high) / 2);
    }
}
