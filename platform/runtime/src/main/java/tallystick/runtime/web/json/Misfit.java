package tallystick.runtime.web.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.web.Rejected;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Why a body does not fit its type. Where a word, a number or a rate was expected, what was found is shown; other texts
 * may be personal, and only their kind is.
 */
final class Misfit {
    private static final String TEXT = "a text";
    private static final String NUMBER = "a JSON number";
    private static final String TRUTH = "true or false";

    private Misfit() {}

    static RuntimeException of(JacksonException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof ValueNotAllowed || cause instanceof Rejected) {
                return (RuntimeException) cause;
            }
        }
        return switch (broken) {
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case MismatchedInputException mismatch -> at(pointer(broken), expected(mismatch), found(mismatch));
            default -> at(pointer(broken), "JSON of the described form", "another one");
        };
    }

    /** A value that a reader of ours cannot take. */
    static Rejected at(String pointer, String expected, String found) {
        var place = pointer.isEmpty() ? "the top" : pointer;
        return Standard.MALFORMED
                .with("Expected %s at %s; found %s.".formatted(expected, place, found))
                .at(pointer, "malformed", expected, found)
                .rejected();
    }

    /** What stands where something else was expected, by its kind. */
    static String kind(JsonParser parser) {
        return switch (parser.currentToken()) {
            case null -> "none";
            case START_OBJECT, PROPERTY_NAME -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> TEXT;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> TRUTH;
            case END_OBJECT, END_ARRAY, VALUE_NULL, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "none";
        };
    }

    private static Rejected unknown(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds();
        var expected = known == null || known.isEmpty()
                ? "no field"
                : "one of " + known.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Standard.UNKNOWN_FIELD
                .with("Expected a field that the route knows, %s; found %s. Leave it out or correct its name."
                        .formatted(expected, pointer(unknown)))
                .at(pointer(unknown), "unknown-field", expected, escaped(unknown.getPropertyName()))
                .rejected();
    }

    private static String expected(MismatchedInputException mismatch) {
        @Nullable Class<?> type = mismatch.getTargetType();
        return type == null ? "JSON of the described form" : form(type);
    }

    static String form(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == String.class) {
            return "a text";
        }
        if (isTruth(type)) {
            return "true or false";
        }
        if (isWhole(type)) {
            return "a whole number in range";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "a value of the described form";
    }

    /** Of a value that could not be converted; what is of quite another kind was refused where it stood. */
    private static String found(MismatchedInputException mismatch) {
        if (mismatch instanceof InvalidFormatException format && format.getValue() != null) {
            @Nullable Class<?> type = mismatch.getTargetType();
            var harmless = type != null && (type.isEnum() || isTruth(type) || isWhole(type));
            return harmless ? Words.shown(String.valueOf(format.getValue())) : kind(format.getValue());
        }
        // Without a value there is none, or it is one that only Jackson's own words tell the kind of.
        var words = String.valueOf(mismatch.getOriginalMessage());
        return words.contains("coerce String") ? TEXT : "none";
    }

    private static String kind(Object value) {
        return value instanceof Number ? NUMBER : value instanceof Boolean ? TRUTH : TEXT;
    }

    private static boolean isTruth(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    private static boolean isWhole(Class<?> type) {
        return type.isPrimitive()
                || (Number.class.isAssignableFrom(type) && type.getPackageName().equals("java.lang"));
    }

    static String pointer(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
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
