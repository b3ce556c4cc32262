package tallystick.runtime.web.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.runtime.web.Words;
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
    private static final String MONEY = "money such as {\"amount\":\"100.00\",\"currency\":\"CNY\"}";
    private static final String TEXT = "the amount as a text such as \"100.00\"";
    private static final String CODE = "the currency's ISO 4217 code such as \"CNY\"";

    MoneyReader() {
        super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            throw Misfit.at(Misfit.pointer(parser), MONEY, Misfit.kind(parser));
        }
        // Taken while the parser stands there.
        var here = Misfit.pointer(parser);
        @Nullable String amount = null;
        @Nullable String currency = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "amount" -> amount = text(parser, TEXT);
                case "currency" -> currency = text(parser, CODE);
                default -> context.handleUnknownProperty(parser, this, Money.class, name);
            }
        }
        return money(here, decimal(here + "/amount", amount), present(here + "/currency", currency, CODE));
    }

    private static String text(JsonParser parser, String expected) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw Misfit.at(Misfit.pointer(parser), expected, Misfit.kind(parser));
        }
        return parser.getString();
    }

    private static String present(String pointer, @Nullable String found, String expected) {
        if (found == null) {
            throw Misfit.at(pointer, expected, "none");
        }
        return found;
    }

    private static BigDecimal decimal(String pointer, @Nullable String found) {
        var amount = present(pointer, found, TEXT);
        if (!AMOUNT.matcher(amount).matches()) {
            throw Misfit.at(pointer, TEXT, Words.shown(amount));
        }
        return new BigDecimal(amount);
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
        ValueErrors.note(here + "/currency", "unknown-currency", "an ISO 4217 code such as CNY", Words.shown(code));
        return STAND_IN;
    }
}
