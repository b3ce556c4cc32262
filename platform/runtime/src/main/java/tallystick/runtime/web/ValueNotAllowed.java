package tallystick.runtime.web;

import java.util.ArrayList;
import java.util.List;

/** The request was understood, and values in it are refused: 422, before any decision was asked. */
public final class ValueNotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient String code;
    private final transient List<Problem.At> errors;

    public ValueNotAllowed(String detail, List<Problem.At> errors) {
        this(Standard.VALUE_NOT_ALLOWED.code(), detail, errors);
    }

    /** @param code such as {@code requirements-missing}; must be in the catalogue with status 422 */
    public ValueNotAllowed(String code, String detail, List<Problem.At> errors) {
        super(detail, null, false, false);
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public static ValueNotAllowed at(String pointer, String code, String expected, String found) {
        return of(List.of(new Problem.At(pointer, code, expected, found)));
    }

    /** Says the first place in words and lists them all. */
    public static ValueNotAllowed of(List<Problem.At> errors) {
        var first = errors.getFirst();
        var more = errors.size() == 1 ? "" : " %d more in errors.".formatted(errors.size() - 1);
        return new ValueNotAllowed(
                "%s must be %s; found %s.%s".formatted(name(first), first.expected(), first.found(), more), errors);
    }

    public Problem problem() {
        return new Problem(422, code, Problems.title(code), String.valueOf(getMessage()), errors, null);
    }

    public List<Problem.At> errors() {
        return new ArrayList<>(errors);
    }

    private static String name(Problem.At place) {
        return place.pointer().isEmpty() ? "The body" : place.pointer();
    }
}
