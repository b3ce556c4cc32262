package tallystick.bank.iso20022;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.Amount;

/**
 * A part of a message, read by what it should be; anything else is an {@link Unreadable}.
 *
 * @param currency the attribute of amounts; the only one these messages have
 */
record Element(String name, String text, @Nullable String currency, List<Element> children) {
    /** Those of a path such as {@code Stmt/Ntry}. */
    List<Element> all(String path) {
        var level = Stream.of(this);
        for (var step : path.split("/", -1)) {
            level = level.flatMap(element -> element.children.stream()).filter(child -> child.name.equals(step));
        }
        return level.toList();
    }

    Optional<Element> find(String path) {
        return all(path).stream().findFirst();
    }

    Element get(String path) {
        return find(path).orElseThrow(() -> new Unreadable("Expected %s in %s; found none.".formatted(path, name)));
    }

    @Nullable
    String textOrNull(String path) {
        return find(path).map(Element::text).filter(text -> !text.isEmpty()).orElse(null);
    }

    /** The first of several paths that is there. */
    Optional<String> first(String... paths) {
        return Stream.of(paths)
                .flatMap(path -> Optional.ofNullable(textOrNull(path)).stream())
                .findFirst();
    }

    /** Its own value as an amount above or equal to zero: its sign stands elsewhere. */
    Amount amount() {
        try {
            return Amount.of(currency == null ? "" : currency, decimal().toPlainString());
        } catch (IllegalArgumentException wrong) {
            throw new Unreadable("Expected an amount and its currency in %s; found another text.".formatted(name));
        }
    }

    BigDecimal decimal() {
        if (!text.matches("[0-9]{1,18}(\\.[0-9]{0,5})?")) {
            throw new Unreadable("Expected a decimal in %s; found another text.".formatted(name));
        }
        return new BigDecimal(text.endsWith(".") ? text + "0" : text);
    }

    /** A date, or the date of a date and time. */
    LocalDate date() {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException wrong) {
            throw new Unreadable("Expected a date in %s; found another text.".formatted(name));
        }
    }

    /** It is no message we can read. Says why without anything of the content. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String why) {
            super(why, null, false, false);
        }
    }
}
