package tallystick.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A nominal yearly rate as a fraction: 0.0725 is 7.25 %. Two rates of the same value are equal however they were
 * written. May be below zero, since an index may.
 */
public record Rate(BigDecimal perYear) implements Comparable<Rate> {
    public static final Rate ZERO = new Rate(BigDecimal.ZERO);

    /** Decimals of the fraction; also the digits allowed before its point. */
    public static final int MOST_DECIMALS = 30;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Rate {
        perYear = perYear.stripTrailingZeros();
        if (perYear.scale() > MOST_DECIMALS || (long) perYear.precision() - perYear.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException("Expected a rate of at most %d decimals such as 0.0725; found %s."
                    .formatted(MOST_DECIMALS, perYear));
        }
        if (perYear.scale() < 0) {
            perYear = perYear.setScale(0, RoundingMode.UNNECESSARY);
        }
    }

    /** From the fraction as text: {@code of("0.0725")}. */
    public static Rate of(String fraction) {
        return new Rate(number(fraction));
    }

    /** From percent as text: {@code percent("7.25")}. */
    public static Rate percent(String percent) {
        return new Rate(number(percent).movePointLeft(2));
    }

    public BigDecimal asPercent() {
        return new Rate(perYear.multiply(HUNDRED)).perYear;
    }

    public Rate plus(Rate other) {
        return new Rate(perYear.add(other.perYear));
    }

    public Rate minus(Rate other) {
        return new Rate(perYear.subtract(other.perYear));
    }

    /** For multiples of a contract rate or an index, such as 4 x LPR. */
    public Rate times(BigDecimal factor) {
        return new Rate(perYear.multiply(factor));
    }

    public Rate min(Rate other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Rate max(Rate other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isZero() {
        return perYear.signum() == 0;
    }

    @Override
    public int compareTo(Rate other) {
        return perYear.compareTo(other.perYear);
    }

    /** As people write it: {@code 7.25 %}. */
    @Override
    public String toString() {
        return asPercent().toPlainString() + " %";
    }

    private static BigDecimal number(String text) {
        if (!text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            throw new IllegalArgumentException(
                    "Expected a rate such as 0.0725; found '%s'.".formatted(Amounts.cut(text)));
        }
        return new BigDecimal(text);
    }
}
