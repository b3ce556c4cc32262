package tallystick.bank.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;

/** The fields of a JSON object, read by what they should be; anything else is an {@link IllegalArgumentException}. */
final class Fields {
    private final Map<String, @Nullable Object> all = new LinkedHashMap<>();

    Fields(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("Expected a JSON object; found something else.");
        }
        map.forEach((name, value) -> all.put(String.valueOf(name), value));
    }

    boolean has(String name) {
        return all.get(name) != null;
    }

    String text(String name) {
        if (all.get(name) instanceof String text) {
            return text;
        }
        throw wrong(name, "text");
    }

    @Nullable
    String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    @Nullable
    Long numberOrNull(String name) {
        if (!has(name)) {
            return null;
        }
        try {
            if (all.get(name) instanceof BigDecimal number) {
                return number.longValueExact();
            }
        } catch (ArithmeticException broken) {
            // Told below.
        }
        throw wrong(name, "a whole number");
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(all.get(name));
    }

    LocalDate date(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeParseException broken) {
            throw wrong(name, "a date");
        }
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeParseException broken) {
            throw wrong(name, "a moment");
        }
    }

    Amount amount(String name) {
        var amount = object(name);
        return Amount.of(amount.text("currency"), amount.text("amount"));
    }

    Fields object(String name) {
        return new Fields(all.get(name));
    }

    List<Fields> objects(String name) {
        if (!(all.get(name) instanceof List<?> list)) {
            throw wrong(name, "a list");
        }
        return list.stream().map(Fields::new).toList();
    }

    private static IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException("Expected %s in '%s'; found something else.".formatted(expected, name));
    }
}
