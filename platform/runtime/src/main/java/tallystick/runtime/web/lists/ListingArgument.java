package tallystick.runtime.web.lists;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Filters;

/** Gives a controller method its {@link Listing}: unknown filters first, then the cursor, then the limit. */
record ListingArgument(Cursors cursors) implements HandlerMethodArgumentResolver {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Listing.class;
    }

    @Override
    public Listing resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("Expected a servlet request for %s.".formatted(parameter.getExecutable()));
        }
        var given = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> given.put(name, single(name, values)));
        var limit = given.remove("limit");
        var cursor = given.remove("cursor");
        known(parameter.getMethodAnnotation(Filters.class), given.keySet());
        var path = request.getRequestURI();
        List<String> after = cursor == null ? List.of() : cursors.read(path, given, cursor);
        return new Listing(path, given, limit(limit), after, cursors);
    }

    private static String single(String name, String[] values) {
        if (values.length > 1) {
            throw Standard.MALFORMED.because("Expected each query parameter once; found '%s' %d times."
                    .formatted(name.length() > 64 ? "one" : name, values.length));
        }
        return values[0];
    }

    private static void known(@Nullable Filters filters, Set<String> given) {
        var known = filters == null ? Set.<String>of() : Set.of(filters.value());
        given.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Standard.UNKNOWN_FILTER
                    .with("Expected filters out of %s; found another. Leave it out or correct its name."
                            .formatted(known.stream().sorted().toList()))
                    .at(
                            "",
                            "unknown-filter",
                            String.join(", ", known.stream().sorted().toList()),
                            name.length() > 64 ? null : name)
                    .rejected();
        });
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new ValueNotAllowed(
                    "limit must be 1 to %d; found another value. Ask for less and follow 'next'.".formatted(MOST),
                    List.of(new tallystick.runtime.web.Problem.At(
                            "", "limit-out-of-range", "1 to " + MOST, text.length() > 20 ? "another text" : text)));
        }
        return Integer.parseInt(text);
    }
}
