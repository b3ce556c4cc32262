package tallystick.runtime.web.docs;

import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Id;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** Values that are one text or number each, and money. */
final class ValueSchemas {
    private static final String DECIMAL = "-?[0-9]{1,30}(\\.[0-9]{1,30})?";

    private static final Map<Class<?>, Supplier<Schema<Object>>> VALUES = Map.ofEntries(
            Map.entry(boolean.class, () -> typed("boolean")),
            Map.entry(Boolean.class, () -> typed("boolean")),
            Map.entry(int.class, () -> typed("integer", "int32")),
            Map.entry(Integer.class, () -> typed("integer", "int32")),
            Map.entry(long.class, () -> typed("integer", "int64")),
            Map.entry(Long.class, () -> typed("integer", "int64")),
            Map.entry(String.class, () -> typed("string")),
            Map.entry(byte[].class, () -> typed("string", "binary")),
            Map.entry(BigDecimal.class, () -> reference("Decimal")),
            Map.entry(Rate.class, () -> reference("Rate")),
            Map.entry(Money.class, () -> reference("Money")),
            Map.entry(Currency.class, ValueSchemas::currency),
            Map.entry(LocalDate.class, () -> typed("string", "date")),
            Map.entry(Instant.class, () -> typed("string", "date-time")),
            Map.entry(Duration.class, () -> typed("string", "duration")),
            Map.entry(Period.class, () -> typed("string", "duration")));

    static final Map<String, Schema<?>> COMPONENTS =
            Map.of("Money", money(), "Rate", rate(), "Decimal", text(DECIMAL, "A decimal, such as 0.25."));

    private ValueSchemas() {}

    /** Null for what is no single value. */
    static @Nullable Schema<Object> of(Class<?> type) {
        if (Id.class.isAssignableFrom(type)) {
            return text("[A-Za-z0-9._-]{1,64}", "An id.");
        }
        var value = VALUES.get(type);
        return value == null ? null : value.get();
    }

    static Schema<Object> any() {
        return new Schema<>(SpecVersion.V31);
    }

    static Schema<Object> typed(String type) {
        var schema = any();
        schema.addType(type);
        return schema;
    }

    private static Schema<Object> typed(String type, String format) {
        var schema = typed(type);
        schema.setFormat(format);
        return schema;
    }

    static Schema<Object> reference(String name) {
        var schema = any();
        schema.set$ref("#/components/schemas/" + name);
        return schema;
    }

    private static Schema<Object> text(String pattern, String words) {
        var schema = typed("string");
        schema.setPattern("^" + pattern + "$");
        schema.setDescription(words);
        return schema;
    }

    private static Schema<Object> currency() {
        return text("[A-Z]{3}", "ISO 4217, such as CNY.");
    }

    private static Schema<Object> rate() {
        return text(DECIMAL, "A yearly rate as a fraction: 0.0725 is 7.25 %.");
    }

    private static Schema<Object> money() {
        var money = typed("object");
        money.setDescription("An exact amount. The amount is a text, so that nobody's parser rounds it.");
        money.addProperty("amount", text(DECIMAL, "At most the currency's decimals; answers have all of them."));
        money.addProperty("currency", currency());
        money.setRequired(List.of("amount", "currency"));
        return money;
    }
}
