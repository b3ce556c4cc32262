package tallystick.runtime.web.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Route;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.writes.Write;

/** The headers and query parameters that the machine reads, so that no controller has to name them. */
final class Headers {
    private Headers() {}

    static void describe(Operation operation, Route route) {
        var kept = operation.getParameters() == null
                ? new ArrayList<Parameter>()
                : new ArrayList<>(operation.getParameters());
        kept.removeIf(parameter -> "query".equals(parameter.getIn()) && MACHINE.contains(parameter.getName()));
        if (route.idempotent()) {
            kept.add(header(
                    "Idempotency-Key",
                    true,
                    "A fresh key per request, 1 to 255 characters; the same again for a repeat.",
                    "4f7c2a9e-open"));
        }
        if (route.needsMatch()) {
            kept.add(header("If-Match", true, "The ETag of what you have seen.", "\"3\""));
        }
        if (takes(route, Listing.class)) {
            listing(route).forEach(kept::add);
        }
        operation.setParameters(kept.isEmpty() ? null : kept);
    }

    /** What springdoc takes for query parameters because it does not know our arguments. */
    private static final java.util.Set<String> MACHINE = java.util.Set.of("write", "listing", "caller", "login");

    private static Stream<Parameter> listing(Route route) {
        var filters = route.handler().getMethodAnnotation(Filters.class);
        var names = filters == null ? new String[0] : filters.value();
        return Stream.concat(
                Arrays.stream(names)
                        .map(name -> query(name)
                                .description("Only rows with this " + name + ".")
                                .schema(new StringSchema())),
                Stream.of(
                        query("limit")
                                .description("Rows of a page.")
                                .schema(new IntegerSchema()
                                        .minimum(java.math.BigDecimal.ONE)
                                        .maximum(java.math.BigDecimal.valueOf(200)))
                                .example(50),
                        query("cursor")
                                .description("The 'next' of the page before.")
                                .schema(new StringSchema())));
    }

    private static Parameter query(String name) {
        return new Parameter().in("query").name(name).required(false);
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

    static boolean takes(Route route, Class<?> argument) {
        return Arrays.stream(route.handler().getMethodParameters()).anyMatch(one -> one.getParameterType() == argument);
    }

    static boolean writes(Route route) {
        return takes(route, Write.class);
    }
}
