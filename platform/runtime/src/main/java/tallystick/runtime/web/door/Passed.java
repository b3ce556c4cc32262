package tallystick.runtime.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Sha256;
import tallystick.runtime.security.Caller;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.json.StrictJson;

/**
 * What the door found out about a request that it let in.
 *
 * @param caller null on open routes nobody logged in for
 * @param content the body in its canonical form, for telling repeats from other requests
 * @param key the Idempotency-Key; null where the route is free of it
 * @param match the versions of If-Match; null when absent
 */
public record Passed(
        Route route,
        Map<String, String> ids,
        @Nullable Caller caller,
        String method,
        String path,
        String content,
        @Nullable String key,
        @Nullable Match match) {
    static final String ATTRIBUTE = Passed.class.getName();

    /** What the door found out about a request. */
    public static Optional<Passed> of(HttpServletRequest request) {
        return Optional.ofNullable((Passed) request.getAttribute(ATTRIBUTE));
    }

    /** The last of the door's steps: everything that is malformed in a way no type needs to be known for. */
    static Passed check(
            Route route, Map<String, String> ids, Optional<Caller> caller, HttpServletRequest request, Body body) {
        if (!body.parts()) {
            route.parameters().check(request);
        }
        var content = content(body);
        var key = route.idempotent() ? key(headers(request, "Idempotency-Key")) : null;
        var match = Match.parse(headers(request, "If-Match"));
        return new Passed(
                route, ids, caller.orElse(null), request.getMethod(), request.getRequestURI(), content, key, match);
    }

    private static String content(Body body) {
        if (!body.json() || body.parts()) {
            return Sha256.hex(body.bytes());
        }
        return body.bytes().length == 0 ? "" : StrictJson.canonical(body.bytes());
    }

    private static String key(List<String> found) {
        if (found.isEmpty() || found.getFirst().isBlank()) {
            throw Standard.IDEMPOTENCY_KEY_MISSING.because(
                    "Expected an Idempotency-Key of 1 to 255 characters; found none. Send a fresh one per request.");
        }
        var key = found.getFirst();
        if (found.size() > 1 || key.length() > 255 || !key.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw Standard.MALFORMED.because(
                    "Expected one Idempotency-Key of 1 to 255 printable ASCII characters; found %s."
                            .formatted(found.size() > 1 ? found.size() + " keys" : key.length() + " characters"));
        }
        return key;
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
