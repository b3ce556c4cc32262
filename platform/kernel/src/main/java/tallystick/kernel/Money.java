package tallystick.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;

/** An exact amount of one currency, at that currency's scale. Amounts of two currencies never mix. */
public record Money(Currency currency, BigDecimal amount) implements Comparable<Money> {
    /** Digits before the decimal point; keeps a hostile {@code 1e999999999} from eating the memory. */
    public static final int MOST_DIGITS = 30;

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1," + MOST_DIGITS + "}(\\.[0-9]{1,10})?");

    public Money {
        amount = atScaleOf(currency, amount);
    }

    /** From text as people write it, without exponent or grouping: {@code of("CNY", "1234.56")}. */
    public static Money of(String currency, String amount) {
        if (!PLAIN.matcher(amount).matches()) {
            throw new IllegalArgumentException(
                    "Expected an amount such as 1234.56; found '%s'.".formatted(cut(amount)));
        }
        return new Money(currencyOf(currency), new BigDecimal(amount));
    }

    /** Reads what {@link #toString} prints: {@code CNY 1234.56}. */
    public static Money parse(String text) {
        if (text.length() < 5 || text.charAt(3) != ' ') {
            throw new IllegalArgumentException(
                    "Expected money such as 'CNY 1234.56'; found '%s'.".formatted(cut(text)));
        }
        return of(text.substring(0, 3), text.substring(4));
    }

    public static Money zero(Currency currency) {
        return new Money(currency, BigDecimal.ZERO);
    }

    public static Money ofMinor(Currency currency, long minorUnits) {
        return new Money(currency, BigDecimal.valueOf(minorUnits, scaleOf(currency)));
    }

    public Money plus(Money other) {
        return new Money(currency, amount.add(sameCurrency(other).amount));
    }

    public Money minus(Money other) {
        return new Money(currency, amount.subtract(sameCurrency(other).amount));
    }

    public Money times(BigDecimal factor, RoundingMode rounding) {
        return new Money(currency, amount.multiply(factor).setScale(amount.scale(), rounding));
    }

    public Money times(long factor) {
        return new Money(currency, amount.multiply(BigDecimal.valueOf(factor)));
    }

    public Money negate() {
        return new Money(currency, amount.negate());
    }

    public Money abs() {
        return new Money(currency, amount.abs());
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    public boolean isLessThan(Money other) {
        return compareTo(other) < 0;
    }

    /**
     * Shares the whole amount out in proportion to the weights, in their order. The parts add up exactly, each is less
     * than one minor unit off its exact share, and a unit that cannot be split goes to the later part.
     */
    public List<Money> allocate(List<BigDecimal> weights) {
        var sum = sumOf(weights);
        var parts = new ArrayList<Money>(weights.size());
        var weightSoFar = BigDecimal.ZERO;
        var givenSoFar = zero(currency);
        for (var weight : weights) {
            weightSoFar = weightSoFar.add(weight);
            // Shares of the running total are rounded, not the parts: so the errors cannot add up.
            var due = new Money(currency, amount.multiply(weightSoFar).divide(sum, amount.scale(), RoundingMode.DOWN));
            parts.add(due.minus(givenSoFar));
            givenSoFar = due;
        }
        return List.copyOf(parts);
    }

    /** Shares the whole amount out in so many parts, as equal as minor units allow. */
    public List<Money> split(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("Expected at least one part; found %d.".formatted(parts));
        }
        return allocate(Collections.nCopies(parts, BigDecimal.ONE));
    }

    /** The amount in minor units, such as fen or cent. */
    public BigInteger minorUnits() {
        return amount.unscaledValue();
    }

    /** @throws IllegalArgumentException when the other amount is of another currency */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + amount.toPlainString();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Expected an amount of %s; found %s.".formatted(currency.getCurrencyCode(), other));
        }
        return other;
    }

    private static BigDecimal sumOf(List<BigDecimal> weights) {
        var sum = BigDecimal.ZERO;
        for (var weight : weights) {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("Expected weights of zero or more; found %s.".formatted(weight));
            }
            sum = sum.add(weight);
        }
        if (sum.signum() == 0) {
            throw new IllegalArgumentException("Expected at least one weight above zero; found %s.".formatted(weights));
        }
        return sum;
    }

    private static BigDecimal atScaleOf(Currency currency, BigDecimal amount) {
        if ((long) amount.precision() - amount.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "Expected an amount of at most %d digits before the point; found one of %d."
                            .formatted(MOST_DIGITS, (long) amount.precision() - amount.scale()));
        }
        var scale = scaleOf(currency);
        try {
            return amount.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(
                    "Expected at most %d decimals for %s; found %s. Name a rounding where the amount is calculated."
                            .formatted(scale, currency.getCurrencyCode(), amount),
                    tooFine);
        }
    }

    private static int scaleOf(Currency currency) {
        var scale = currency.getDefaultFractionDigits();
        if (scale < 0) {
            throw new IllegalArgumentException(
                    "Expected a currency with minor units; found %s.".formatted(currency.getCurrencyCode()));
        }
        return scale;
    }

    private static Currency currencyOf(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "Expected an ISO 4217 currency code such as CNY; found '%s'.".formatted(cut(code)), unknown);
        }
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
