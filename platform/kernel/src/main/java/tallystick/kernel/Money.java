package tallystick.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Currency;
import java.util.List;

/** An exact amount of one currency, at that currency's scale. Amounts of two currencies never mix. */
public record Money(Currency currency, BigDecimal amount) implements Comparable<Money> {
    /** Digits before the decimal point; keeps a hostile {@code 1e999999999} from eating the memory. */
    public static final int MOST_DIGITS = 30;

    public Money {
        amount = Amounts.atScaleOf(currency, amount);
    }

    /** From text as people write it, without exponent or grouping: {@code of("CNY", "1234.56")}. */
    public static Money of(String currency, String amount) {
        return new Money(Amounts.currency(currency), Amounts.number(amount));
    }

    /** Reads what {@link #toString} prints: {@code CNY 1234.56}. */
    public static Money parse(String text) {
        if (text.length() < 5 || text.charAt(3) != ' ') {
            throw new IllegalArgumentException(
                    "Expected money such as 'CNY 1234.56'; found '%s'.".formatted(Amounts.cut(text)));
        }
        return of(text.substring(0, 3), text.substring(4));
    }

    public static Money zero(Currency currency) {
        return new Money(currency, BigDecimal.ZERO);
    }

    public static Money ofMinor(Currency currency, long minorUnits) {
        return new Money(currency, BigDecimal.valueOf(minorUnits, Amounts.scaleOf(currency)));
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
        return Shares.of(this, weights);
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
}
