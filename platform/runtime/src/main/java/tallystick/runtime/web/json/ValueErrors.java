package tallystick.runtime.web.json;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;

/**
 * Values that were refused while a body was read. They wait until the request has passed idempotency and If-Match,
 * because a repeat must get its first answer and a stale change must hear 412 first.
 */
public final class ValueErrors {
    private static final String ATTRIBUTE = ValueErrors.class.getName();
    private static final ScopedValue<List<Problem.At>> READING = ScopedValue.newInstance();

    private ValueErrors() {}

    /** Refuses the request now if reading its body found values that are not allowed. */
    public static void raise(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof ValueNotAllowed found) {
            throw found;
        }
    }

    /** Notes a value that is understood and not allowed; the reader goes on with a stand-in that nobody will see. */
    static void note(String pointer, String code, String expected, String found) {
        if (!READING.isBound()) {
            throw ValueNotAllowed.at(pointer, code, expected, found);
        }
        READING.get().add(new Problem.At(pointer, code, expected, found));
    }

    static <T> T reading(ScopedValue.CallableOp<T, RuntimeException> read) {
        var found = new ArrayList<Problem.At>();
        var result = ScopedValue.where(READING, found).call(read);
        if (!found.isEmpty()) {
            attributes()
                    .orElseThrow(() -> ValueNotAllowed.of(found))
                    .setAttribute(ATTRIBUTE, ValueNotAllowed.of(found), RequestAttributes.SCOPE_REQUEST);
        }
        return result;
    }

    private static Optional<RequestAttributes> attributes() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes());
    }
}
