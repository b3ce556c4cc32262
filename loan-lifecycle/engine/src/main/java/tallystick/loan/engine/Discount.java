package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What ones paid in every row are worth in the first, in 64 bits: near enough for an instalment unless it lies so near
 * to the middle of two minor units that the rounding could go either way. Then nothing is said and exact arithmetic
 * decides, so that this never changes a figure.
 */
final class Discount {
    /** Binary places of a factor of one period, and of the sum of up to 2600 of them. */
    static final int FACTOR_PLACES = 62;

    private static final int SUM_PLACES = 50;
    private static final BigDecimal ONE = BigDecimal.valueOf(1L << SUM_PLACES);
    private static final BigDecimal FACTOR_ONE = BigDecimal.valueOf(1L << FACTOR_PLACES);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal UNCERTAIN = new BigDecimal("0.001");

    private Discount() {}

    /** One over one and the factor, in binary places. */
    static long of(BigDecimal factor) {
        return FACTOR_ONE
                .divide(BigDecimal.ONE.add(factor), 0, RoundingMode.DOWN)
                .longValueExact();
    }

    /** The instalment to some places, where its rounding is sure. */
    static Optional<BigDecimal> installment(BigDecimal owed, List<Period> periods, InterestRule interest) {
        var ones = 1L << SUM_PLACES;
        for (var i = periods.size() - 1; i > 0; i--) {
            ones = (1L << SUM_PLACES) + (Math.multiplyHigh(ones, interest.discount(periods.get(i))) << 2);
        }
        var installment = owed.multiply(ONE).divide(BigDecimal.valueOf(ones), MathContext.DECIMAL64);
        return isSure(installment, periods.size()) ? Optional.of(installment) : Optional.empty();
    }

    /** Each row adds an error of at most eight in the last place; sixteen digits are kept. */
    private static boolean isSure(BigDecimal installment, int rows) {
        var error = installment.multiply(BigDecimal.valueOf(8L * rows)).divide(ONE, MathContext.DECIMAL32);
        if (error.compareTo(UNCERTAIN) > 0) {
            return false;
        }
        var fraction = installment.subtract(BigDecimal.valueOf(installment.longValue()));
        return fraction.subtract(HALF).abs().compareTo(UNCERTAIN) > 0;
    }
}
