package tallystick.runtime.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tallystick.runtime.web.Standard;

/** Keeps the routes that can answer in a form the caller accepts: 406 when there is none. */
final class Accepting {
    private Accepting() {}

    static List<Route> check(List<Route> candidates, HttpServletRequest request) {
        var accepted = accepted(request);
        var able = candidates.stream().filter(route -> fits(route, accepted)).toList();
        if (able.isEmpty()) {
            throw Standard.NOT_ACCEPTABLE.because("Expected Accept to allow %s; it does not."
                    .formatted(candidates.stream()
                            .flatMap(route -> route.produces().stream())
                            .distinct()
                            .toList()));
        }
        return able;
    }

    private static List<MediaType> accepted(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        try {
            var types = MediaType.parseMediaTypes(headers);
            return types.isEmpty() ? List.of(MediaType.ALL) : types;
        } catch (InvalidMediaTypeException | IndexOutOfBoundsException broken) {
            // The second is how Spring's parser meets a lone quote.
            throw Standard.NOT_ACCEPTABLE.because(
                    "Expected Accept to list media types such as application/json; found another text.");
        }
    }

    private static boolean fits(Route route, List<MediaType> accepted) {
        return route.produces().stream()
                .anyMatch(type -> accepted.stream()
                        .anyMatch(wanted -> wanted.getQualityValue() > 0 && wanted.isCompatibleWith(type)));
    }
}
