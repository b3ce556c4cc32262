package tallystick.runtime.web.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Route;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** The headers and query parameters that the machine reads, so that no controller has to name them. */
final class Headers {
    private static final String ETAG = "\"3\"";

    /** What springdoc takes for query parameters because it does not know our arguments. */
    private static final Set<String> MACHINE = Set.of("write", "listing", "caller", "login");

    private Headers() {}

    static void describe(Operation operation, Route route) {
        var kept = operation.getParameters() == null
                ? new ArrayList<Parameter>()
                : new ArrayList<>(operation.getParameters());
        kept.removeIf(parameter -> "query".equals(parameter.getIn()) && MACHINE.contains(parameter.getName()));
        kept.stream()
                .filter(parameter -> "Prefer".equals(parameter.getName()))
                .forEach(parameter -> parameter
                        .description("wait=10 holds the answer until others have done their part, at most 30 s.")
                        .example("wait=10"));
        if (route.idempotent()) {
            kept.add(header(
                    "Idempotency-Key",
                    true,
                    "A fresh key per request, 1 to 255 characters; the same again for a repeat.",
                    "4f7c2a9e-open"));
        }
        if (route.needsMatch()) {
            kept.add(header("If-Match", true, "The ETag of what you have seen.", ETAG));
        } else if (mayMatch(operation, route)) {
            kept.add(header("If-Match", false, "The ETag of what you have seen; 412 when it has changed.", ETAG));
        }
        if (takes(route, Listing.class)) {
            listing(route).filter(one -> isNew(one, kept)).toList().forEach(kept::add);
        }
        operation.setParameters(kept.isEmpty() ? null : kept);
    }

    /** What a controller takes as an argument of its own is described already. */
    private static boolean isNew(Parameter one, List<Parameter> kept) {
        return kept.stream()
                .noneMatch(other ->
                        other.getName().equals(one.getName()) && other.getIn().equals(one.getIn()));
    }

    /** Whether it hears If-Match, though it does not need it. */
    static boolean mayMatch(Operation operation, Route route) {
        return !route.needsMatch()
                && versioned(route)
                && operation.getResponses().containsKey("200");
    }

    private static Stream<Parameter> listing(Route route) {
        var filters = route.handler().getMethodAnnotation(Filters.class);
        var paging = Stream.of(
                query("limit", "Rows of a page; 50 when absent.")
                        .schema(limit())
                        .example(50),
                query("cursor", "The 'next' of the page before.").schema(ValueSchemas.typed("string")));
        return filters == null ? paging : Stream.concat(filters(filters), paging);
    }

    private static Stream<Parameter> filters(Filters filters) {
        return Stream.concat(
                Arrays.stream(filters.value()).map(name -> filter(name).schema(ValueSchemas.typed("string"))),
                Arrays.stream(filters.words())
                        .map(words -> filter(words.value()).schema(oneOf(Filters.Known.of(words)))));
    }

    private static Schema<?> limit() {
        var limit = ValueSchemas.typed("integer");
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(200));
        return limit;
    }

    private static Schema<?> oneOf(List<String> words) {
        var word = ValueSchemas.typed("string");
        word.setEnum(List.copyOf(words));
        return word;
    }

    private static Parameter filter(String name) {
        return query(name, "Only rows with this %s.".formatted(name));
    }

    private static Parameter query(String name, String words) {
        return new Parameter().in("query").name(name).required(false).description(words);
    }

    private static Parameter header(String name, boolean required, String words, String example) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(required)
                .description(words)
                .schema(new StringSchema())
                .example(example);
    }

    /** Whether it answers with a thing's version, and so hears If-Match. */
    static boolean versioned(Route route) {
        var shows = route.handler().getMethodAnnotation(Shows.class);
        return shows != null && shows.versioned();
    }

    static boolean takes(Route route, Class<?> argument) {
        return Arrays.stream(route.handler().getMethodParameters()).anyMatch(one -> one.getParameterType() == argument);
    }

    static boolean writes(Route route) {
        return takes(route, Write.class);
    }
}
