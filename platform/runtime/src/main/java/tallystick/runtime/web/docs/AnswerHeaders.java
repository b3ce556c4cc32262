package tallystick.runtime.web.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import tallystick.runtime.web.door.Route;
import tallystick.runtime.web.lists.Listing;

/** The headers that answers carry. */
final class AnswerHeaders {
    private AnswerHeaders() {}

    static void describe(Operation operation, Route route) {
        if (Headers.versioned(route)) {
            operation.getResponses().computeIfAbsent("202", _ -> late());
        }
        operation.getResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                done(operation, route, status, answer);
            } else if (status.equals("429") || status.equals("503")) {
                answer.addHeaderObject("Retry-After", header("Seconds to wait."));
            }
        });
    }

    private static void done(Operation operation, Route route, String status, ApiResponse answer) {
        if (status.equals("201") || status.equals("202")) {
            answer.addHeaderObject("Location", header("Where it can be read."));
        }
        if (!status.equals("202") && (Headers.versioned(route) || showsOne(route))) {
            answer.addHeaderObject("ETag", header("Its version, for If-Match; absent where it has none."));
        }
        if (Headers.takes(route, Listing.class)) {
            answer.addHeaderObject("Link", header("The next page, rel=\"next\"; absent on the last one."));
        }
        if (route.idempotent() && Headers.writes(route)) {
            answer.addHeaderObject("Idempotent-Replayed", header("true when this is the first answer again."));
        }
        if (prefers(operation)) {
            answer.addHeaderObject("Preference-Applied", header("The wait that was held to."));
        }
    }

    private static boolean showsOne(Route route) {
        return route.methods().contains(HttpMethod.GET)
                && route.handler().getReturnType().getParameterType() == ResponseEntity.class
                && !Headers.takes(route, Listing.class);
    }

    private static boolean prefers(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> "Prefer".equals(one.getName()));
    }

    private static ApiResponse late() {
        var operation = new MediaType().schema(ValueSchemas.reference("OperationView"));
        Examples.file("getOperation", "200").ifPresent(operation::setExample);
        return new ApiResponse()
                .description("Done, and not to be read yet: follow the operation.")
                .content(new Content().addMediaType("application/json", operation));
    }

    private static Header header(String words) {
        return new Header().description(words).schema(ValueSchemas.typed("string"));
    }
}
