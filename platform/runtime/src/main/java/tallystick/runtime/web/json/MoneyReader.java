package tallystick.runtime.web.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Money is {@code {"amount":"1234.56","currency":"CNY"}}. A number, or text that is no decimal, is malformed; more
 * decimals than the currency has, or a currency nobody knows, is a value that is not allowed.
 */
final class MoneyReader extends StdDeserializer<Money> {
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,60}(\\.[0-9]{1,60})?");
    private static final Currency STAND_IN = Currency.getInstance("CNY");
    private static final String FORM =
            "money such as {\"amount\":\"1234.56\",\"currency\":\"CNY\"}, the amount a string";

    MoneyReader() {
        super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            return context.reportInputMismatch(this, "%s", FORM);
        }
        // Pointers are taken while the parser stands there.
        var here = parser.streamReadContext().pathAsPointer().toString();
        @Nullable String amount = null;
        @Nullable String currency = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_STRING && (name.equals("amount") || name.equals("currency"))) {
                return context.reportInputMismatch(this, "%s", FORM);
            }
            switch (name) {
                case "amount" -> amount = parser.getString();
                case "currency" -> currency = parser.getString();
                default -> context.handleUnknownProperty(parser, this, Money.class, name);
            }
        }
        if (amount == null || currency == null || !AMOUNT.matcher(amount).matches()) {
            return context.reportInputMismatch(this, "%s", FORM);
        }
        return money(here, new BigDecimal(amount), currency);
    }

    private static Money money(String here, BigDecimal amount, String code) {
        var currency = currency(here, code);
        var decimals = currency.getDefaultFractionDigits();
        if (amount.scale() > decimals) {
            ValueErrors.note(
                    here + "/amount",
                    "too-many-decimals",
                    "at most %d decimals".formatted(decimals),
                    "%d decimals".formatted(amount.scale()));
        }
        var digits = amount.precision() - amount.scale();
        if (digits > Money.MOST_DIGITS) {
            ValueErrors.note(
                    here + "/amount",
                    "too-large",
                    "at most %d digits".formatted(Money.MOST_DIGITS),
                    "%d digits".formatted(digits));
            return Money.zero(currency);
        }
        return new Money(currency, amount.setScale(decimals, RoundingMode.DOWN));
    }

    private static Currency currency(String here, String code) {
        try {
            var currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            // Told below, as for a currency without decimals such as gold.
        }
        ValueErrors.note(
                here + "/currency",
                "unknown-currency",
                "an ISO 4217 code such as CNY",
                code.length() > 3 ? "another text" : code);
        return STAND_IN;
    }
}
