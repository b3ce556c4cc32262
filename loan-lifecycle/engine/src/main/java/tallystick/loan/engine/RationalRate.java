package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import tallystick.kernel.Rate;

/**
 * A yearly rate as a fraction of whole numbers, so that interest is whole numbers too: exact, and fast where they fit
 * 64 bits, as they do for all but giant loans.
 */
record RationalRate(BigInteger numerator, BigInteger denominator) {
    private static final int SAFE_BITS = 62;

    static RationalRate of(Rate rate) {
        var perYear = rate.perYear();
        return new RationalRate(perYear.unscaledValue(), BigInteger.TEN.pow(perYear.scale()));
    }

    long interest(long balanceUnits, YearFraction year, RoundingMode mode) {
        if (bits(balanceUnits) + numerator.bitLength() + bits(year.numerator()) <= SAFE_BITS
                && denominator.bitLength() + bits(year.denominator()) < SAFE_BITS) {
            return divide(
                    balanceUnits * numerator.longValue() * year.numerator(),
                    denominator.longValue() * year.denominator(),
                    mode);
        }
        var above = new BigDecimal(
                numerator.multiply(BigInteger.valueOf(balanceUnits)).multiply(BigInteger.valueOf(year.numerator())));
        var below = new BigDecimal(denominator.multiply(BigInteger.valueOf(year.denominator())));
        return above.divide(below, 0, mode).longValueExact();
    }

    private static int bits(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(number);
    }

    /** Of numbers that are not below zero. */
    private static long divide(long above, long below, RoundingMode mode) {
        var whole = above / below;
        var twice = 2 * (above - whole * below);
        if (twice == below) {
            return mode == RoundingMode.HALF_UP || (whole & 1) == 1 ? whole + 1 : whole;
        }
        return twice > below ? whole + 1 : whole;
    }
}
