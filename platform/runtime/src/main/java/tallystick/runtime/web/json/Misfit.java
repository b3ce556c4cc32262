package tallystick.runtime.web.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.ValueNotAllowed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a body does not fit its type. What was found is not repeated: it may be personal. */
final class Misfit {
    private Misfit() {}

    static RuntimeException of(JacksonException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof ValueNotAllowed refused) {
                return refused;
            }
        }
        var pointer = pointer(broken);
        if (broken instanceof UnrecognizedPropertyException) {
            return Standard.UNKNOWN_FIELD
                    .with("Expected a field that the route knows; found %s. Leave it out or correct its name."
                            .formatted(pointer))
                    .at(pointer, "unknown-field", null, null)
                    .rejected();
        }
        var expected = expected(broken);
        return Standard.MALFORMED
                .with("Expected %s at %s; found %s."
                        .formatted(expected, pointer.isEmpty() ? "the top" : pointer, found(broken)))
                .at(pointer, "malformed", expected, null)
                .rejected();
    }

    /** Where a number or a truth value must be there, Jackson speaks of null when it is absent. */
    private static String found(JacksonException broken) {
        return broken.getOriginalMessage().startsWith("Cannot map `null`") ? "none" : "another form";
    }

    private static String expected(JacksonException broken) {
        @Nullable Class<?> type = broken instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type != null && readByUs(type) && !broken.getOriginalMessage().startsWith("Cannot ")) {
            return broken.getOriginalMessage();
        }
        if (type != null && type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return type == null ? "JSON of the described form" : form(type);
    }

    /** Our own readers say what they expect in words for people. */
    private static boolean readByUs(Class<?> type) {
        return type.getPackageName().equals(Money.class.getPackageName())
                || type.getPackageName().equals(LocalDate.class.getPackageName())
                || type == BigDecimal.class;
    }

    private static String form(Class<?> type) {
        if (type == String.class) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive()
                || (Number.class.isAssignableFrom(type) && type.getPackageName().equals("java.lang"))) {
            return "a whole number in range";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "JSON of the described form";
    }

    private static String pointer(JacksonException broken) {
        return broken.getPath().stream()
                .map(step -> "/"
                        + (step.getPropertyName() == null
                                ? Integer.toString(step.getIndex())
                                : escaped(step.getPropertyName())))
                .collect(Collectors.joining());
    }

    static String escaped(String name) {
        var cut = name.length() > 64 ? name.substring(0, 64) : name;
        return StrictJson.storable(cut) ? cut.replace("~", "~0").replace("/", "~1") : "?";
    }
}
