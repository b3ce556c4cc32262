package tallystick.runtime.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Refusal;

/**
 * Why a request was not done, as RFC 9457 wants it, before it gets the trace id of its request.
 *
 * @param code names the page {@code /problems/<code>}; stable
 * @param detail what was expected, what was found and what to do; never personal data
 * @param errors the places in the request that are wrong; may be empty
 * @param facts what decided a refusal; present on every 409
 */
public record Problem(
        int status,
        String code,
        String title,
        String detail,
        List<At> errors,
        @Nullable Map<String, String> facts) {
    public Problem {
        errors = List.copyOf(errors);
        facts = facts == null ? (status == 409 ? Map.of() : null) : Map.copyOf(facts);
    }

    /**
     * One wrong place.
     *
     * @param pointer JSON pointer into the body; empty for the body as a whole
     */
    public record At(
            String pointer,
            String code,
            @Nullable String expected,
            @Nullable String found) {}

    public static Problem of(Standard kind, String detail) {
        return new Problem(kind.status(), kind.code(), kind.title(), detail, List.of(), null);
    }

    public static Problem of(Refusal refusal) {
        return new Problem(409, refusal.code(), refusal.title(), refusal.detail(), List.of(), refusal.facts());
    }

    public Problem at(String pointer, String code, @Nullable String expected, @Nullable String found) {
        return at(List.of(new At(pointer, code, expected, found)));
    }

    public Problem at(List<At> places) {
        return new Problem(status, code, title, detail, places, facts);
    }

    public Problem facts(Map<String, String> values) {
        return new Problem(status, code, title, detail, errors, values);
    }

    public Rejected rejected() {
        return new Rejected(this);
    }
}
