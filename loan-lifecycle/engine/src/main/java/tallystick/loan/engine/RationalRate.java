package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import tallystick.kernel.Rate;

/**
 * A yearly rate as a fraction of whole numbers, so that interest is whole numbers too: exact, and fast where they fit
 * 64 bits, as they do for all but giant loans.
 */
record RationalRate(BigInteger numerator, BigInteger denominator) {
    private static final int SAFE_BITS = 62;
    private static final int HALF_BITS = 31;
    /** Made once, as each schedule needs one. */
    private static final BigInteger[] POWERS =
            IntStream.range(0, 20).mapToObj(BigInteger.TEN::pow).toArray(BigInteger[]::new);

    static RationalRate of(Rate rate) {
        var perYear = rate.perYear();
        return new RationalRate(perYear.unscaledValue(), powerOfTen(perYear.scale()));
    }

    private static BigInteger powerOfTen(int exponent) {
        return exponent < POWERS.length ? POWERS[exponent] : BigInteger.TEN.pow(exponent);
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

    /** What one at the end of a part of a year is worth at its start, in {@link Discount#FACTOR_PLACES}. */
    long discount(YearFraction year) {
        if (bits(year.denominator()) + denominator.bitLength() <= HALF_BITS
                && bits(year.numerator()) + numerator.bitLength() <= HALF_BITS) {
            var start = denominator.longValue() * year.denominator();
            return shiftedQuotient(start, start + numerator.longValue() * year.numerator());
        }
        var start = denominator.multiply(BigInteger.valueOf(year.denominator()));
        var end = start.add(numerator.multiply(BigInteger.valueOf(year.numerator())));
        return start.shiftLeft(Discount.FACTOR_PLACES).divide(end).longValueExact();
    }

    /** Of one number over another that is not less, both of at most 32 bits: two digits of 31 bits each. */
    private static long shiftedQuotient(long start, long end) {
        var high = start << HALF_BITS;
        var low = (high % end) << HALF_BITS;
        return ((high / end) << HALF_BITS) + low / end;
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
