package tallystick.runtime.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tallystick.runtime.web.Standard;

/** Keeps the routes that understand the body's content type: 415 when there is none. */
final class Consuming {
    private Consuming() {}

    static List<Route> check(List<Route> candidates, HttpServletRequest request) {
        var header = request.getContentType();
        if (header == null && !hasBody(request)) {
            return candidates;
        }
        var type = parsed(header);
        var able = candidates.stream()
                .filter(route -> route.consumes().isEmpty() ? !hasBody(request) : fits(route, type))
                .toList();
        if (able.isEmpty() || (type != null && isJson(type) && !inUtf8(type))) {
            throw Standard.UNSUPPORTED_MEDIA_TYPE.because("Expected a body of %s in UTF-8; found another content type."
                    .formatted(candidates.stream()
                            .flatMap(route -> route.consumes().stream())
                            .distinct()
                            .toList()));
        }
        return able;
    }

    static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }

    static @Nullable MediaType parsed(@Nullable String header) {
        try {
            return header == null ? null : MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException | IndexOutOfBoundsException broken) {
            // The second is how Spring's parser meets a lone quote.
            throw Standard.UNSUPPORTED_MEDIA_TYPE.because(
                    "Expected a content type such as application/json; found another text.");
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean fits(Route route, @Nullable MediaType type) {
        return type != null && route.consumes().stream().anyMatch(taken -> taken.includes(type));
    }

    private static boolean inUtf8(MediaType type) {
        Charset charset = type.getCharset();
        return charset == null || charset.equals(StandardCharsets.UTF_8);
    }
}
