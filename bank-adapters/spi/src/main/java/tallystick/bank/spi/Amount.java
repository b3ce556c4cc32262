package tallystick.bank.spi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An exact amount of one currency at that currency's scale, such as {@code CNY 12000.00}. */
public record Amount(Currency currency, BigDecimal value) {
    private static final int MOST_DIGITS = 30;

    /** @throws IllegalArgumentException when the value has more decimals than the currency, or is absurdly large */
    public Amount {
        if ((long) value.precision() - value.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("Expected at most %d digits before the point.".formatted(MOST_DIGITS));
        }
        try {
            value = value.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(
                    "Expected at most %d decimals for %s; found %s."
                            .formatted(currency.getDefaultFractionDigits(), currency, value),
                    tooFine);
        }
    }

    /** From text as people write it: {@code of("CNY", "12000.00")}. */
    public static Amount of(String currency, String value) {
        if (!value.matches("-?[0-9]{1,30}(\\.[0-9]{1,10})?")) {
            throw new IllegalArgumentException("Expected an amount such as 1234.56; found another text.");
        }
        return new Amount(Currency.getInstance(currency), new BigDecimal(value));
    }

    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + value.toPlainString();
    }
}
