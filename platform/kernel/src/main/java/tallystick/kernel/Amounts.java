package tallystick.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;

/** What an amount of a currency may look like. */
final class Amounts {
    private static final int LONGEST_QUOTE = 40;
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1," + Money.MOST_DIGITS + "}(\\.[0-9]{1,10})?");

    private Amounts() {}

    static BigDecimal number(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("Expected an amount such as 1234.56; found '%s'.".formatted(cut(text)));
        }
        return new BigDecimal(text);
    }

    static BigDecimal atScaleOf(Currency currency, BigDecimal amount) {
        var digits = (long) amount.precision() - amount.scale();
        if (digits > Money.MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "Expected an amount of at most %d digits before the point; found one of %d."
                            .formatted(Money.MOST_DIGITS, digits));
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

    static int scaleOf(Currency currency) {
        var scale = currency.getDefaultFractionDigits();
        if (scale < 0) {
            throw new IllegalArgumentException(
                    "Expected a currency with minor units; found %s.".formatted(currency.getCurrencyCode()));
        }
        return scale;
    }

    static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "Expected an ISO 4217 currency code such as CNY; found '%s'.".formatted(cut(code)), unknown);
        }
    }

    /** For messages: what somebody sent may be long. */
    static String cut(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }
}
