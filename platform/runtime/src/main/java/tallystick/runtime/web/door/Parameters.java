package tallystick.runtime.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.json.StrictJson;

/** The query parameters of a route. A mistyped one is refused: whoever asks for another day must not get today's answer. */
record Parameters(Set<String> known) {
    private static final Set<String> PAGING = Set.of("limit", "cursor");
    private static final int LONGEST_NAME = 64;

    static Parameters of(HandlerMethod handler) {
        var known = new TreeSet<String>();
        var filters = handler.getMethodAnnotation(Filters.class);
        if (filters != null) {
            known.addAll(PAGING);
            known.addAll(Arrays.asList(filters.value()));
            Arrays.stream(filters.words()).map(Filters.Words::value).forEach(known::add);
        }
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                known.add(name(parameter));
            }
        }
        return new Parameters(known);
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        var said = parameter.getParameterAnnotation(RequestParam.class);
        var name = said == null || said.name().isEmpty() ? parameter.getParameterName() : said.name();
        if (name == null) {
            throw new IllegalStateException("Expected %s to name its parameters; compile it with -parameters."
                    .formatted(parameter.getExecutable()));
        }
        return name;
    }

    /** Asks for the parameters once, here, where a broken escape is the caller's fault and not ours. */
    void check(HttpServletRequest request) {
        if (request.getQueryString() == null) {
            return;
        }
        try {
            request.getParameterMap().forEach((name, values) -> {
                Arrays.asList(values).forEach(Parameters::readable);
                known(name);
                once(name, values);
            });
        } catch (IllegalStateException broken) {
            throw Standard.MALFORMED.because("Expected a query of percent-encoded UTF-8; it is not.");
        }
    }

    private static void readable(String value) {
        if (!StrictJson.storable(value)) {
            throw Standard.MALFORMED.because(
                    "Expected text in the query; found a character that no text has (U+0000 or half a pair).");
        }
    }

    private void known(String name) {
        if (!known.contains(name)) {
            var shown = name.length() <= LONGEST_NAME && StrictJson.storable(name) ? name : "a longer one";
            throw Standard.UNKNOWN_FILTER
                    .with("Expected %s in the query; found '%s'. Leave it out or correct its name."
                            .formatted(known.isEmpty() ? "nothing" : "only " + list(known), shown))
                    .at("", "unknown-filter", list(known), shown)
                    .rejected();
        }
    }

    private static void once(String name, String[] values) {
        if (values.length > 1) {
            throw Standard.MALFORMED.because(
                    "Expected each query parameter once; found '%s' %d times.".formatted(name, values.length));
        }
    }

    private static String list(Collection<String> names) {
        return String.join(", ", names);
    }
}
