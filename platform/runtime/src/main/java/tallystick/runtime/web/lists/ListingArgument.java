package tallystick.runtime.web.lists;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Filters;

/** Gives a controller method its {@link Listing}: the cursor first, then words and limit; the door has refused unknown filters. */
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
        request.getParameterMap().forEach((name, values) -> given.put(name, values[0]));
        var limit = given.remove("limit");
        var cursor = given.remove("cursor");
        var path = request.getRequestURI();
        List<String> after = cursor == null ? List.of() : cursors.read(path, given, cursor);
        words(given, parameter.getMethodAnnotation(Filters.class));
        return new Listing(path, given, limit(limit), after, cursors);
    }

    /** An empty page would look as if there were none. */
    private static void words(Map<String, String> given, @Nullable Filters filters) {
        if (filters == null) {
            return;
        }
        for (var words : filters.words()) {
            var known = Filters.Known.of(words);
            var asked = given.get(words.value());
            if (asked != null && !known.contains(asked)) {
                throw new ValueNotAllowed(
                        "%s must be one of %s; found '%s'.".formatted(words.value(), list(known), cut(asked)),
                        List.of(new Problem.At("", "unknown-word", list(known), cut(asked))));
            }
        }
    }

    private static String list(List<String> words) {
        return String.join(", ", words);
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new ValueNotAllowed(
                    "limit must be 1 to %d; found '%s'. Ask for less and follow 'next'.".formatted(MOST, cut(text)),
                    List.of(new Problem.At("", "limit-out-of-range", "1 to " + MOST, cut(text))));
        }
        return Integer.parseInt(text);
    }
}
