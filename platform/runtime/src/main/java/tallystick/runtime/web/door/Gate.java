package tallystick.runtime.web.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.Problems;
import tallystick.runtime.web.Rejected;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.Words;

/**
 * The one place that decides whether a request reaches its controller, and with which answer it does not. The order of
 * the steps in {@link #pass} is the contract's; what follows inside (binding, idempotency, If-Match, values, domain) is
 * kept in order by {@code tallystick.runtime.web.writes}.
 */
final class Gate extends OncePerRequestFilter {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Routes routes;
    private final RateLimits rates;
    private final HttpLimits limits;

    Gate(Routes routes, RateLimits rates, HttpLimits limits) {
        this.routes = routes;
        this.rates = rates;
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(pass(request, response), response);
        } catch (Rejected rejected) {
            refuse(request, response, rejected);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Rejected rejected)
            throws IOException {
        if (routes.of(request).stream().anyMatch(Route::raw)) {
            rejected.headers().forEach(response::setHeader);
            response.setStatus(rejected.problem().status());
        } else {
            Problems.write(request, response, rejected);
        }
    }

    private HttpServletRequest pass(HttpServletRequest request, HttpServletResponse response) throws IOException {
        rightLength(request);
        var path = Routes.path(request);
        if (routes.beside(path.pathWithinApplication().value())) {
            return request;
        }
        var here = routes.of(request);
        var caller = Asking.caller(request);
        loggedIn(here, caller);
        rates.count(here, caller, request, response);
        var ids = known(here, request, caller);
        var candidates = forMethod(here, request, caller);
        if (candidates.stream().anyMatch(Route::raw)) {
            return Body.raw(request, candidates.getFirst().maxBody(limits.body()))
                    .replay(request);
        }
        var acceptable = Accepting.check(candidates, request);
        var readable = Consuming.check(acceptable, request);
        var route = readable.getFirst();
        var body = Body.read(request, route.maxBody(limits.body()));
        var passed = Passed.check(route, ids, caller, request, body);
        request.setAttribute(Passed.ATTRIBUTE, passed);
        return body.replay(request);
    }

    private void rightLength(HttpServletRequest request) {
        var query = request.getQueryString();
        var length = request.getRequestURI().length() + (query == null ? 0 : query.length() + 1);
        if (length > limits.uri()) {
            throw Standard.URI_TOO_LONG.because(
                    "Expected at most %d characters of path and query; found %d.".formatted(limits.uri(), length));
        }
    }

    /** The security chain has said 401 already; this holds when that chain was told too little. */
    private static void loggedIn(List<Route> here, Optional<Caller> caller) {
        var open = !here.isEmpty() && here.stream().anyMatch(Route::open);
        if (!open && caller.isEmpty()) {
            throw Standard.UNAUTHENTICATED
                    .because("Expected a login; found none. Send Basic credentials or a bearer token.")
                    .header("WWW-Authenticate", "Basic realm=\"Tallystick\", charset=\"UTF-8\"");
        }
    }

    private Map<String, String> known(List<Route> here, HttpServletRequest request, Optional<Caller> caller) {
        if (here.isEmpty()) {
            throw notFound("Expected a path of the API; found %s. The paths are listed at /docs."
                    .formatted(Words.shown(request.getRequestURI())));
        }
        var found =
                here.getFirst().pattern().matchAndExtract(Routes.path(request).pathWithinApplication());
        Map<String, String> ids = found == null ? Map.of() : found.getUriVariables();
        if (here.stream().allMatch(Route::open)) {
            return ids;
        }
        var asking = caller.orElseThrow();
        ids.forEach((variable, id) -> {
            if (!ID.matcher(id).matches() || !routes.guard(variable).visible(id, ids, asking)) {
                throw notFound(
                        "Expected the id of %s you may see; found none. Check the id.".formatted(Words.a(variable)));
            }
        });
        return ids;
    }

    /** Whoever may do nothing at all here hears 403 even for a method that is not offered. */
    private static List<Route> forMethod(List<Route> here, HttpServletRequest request, Optional<Caller> caller) {
        var method = HttpMethod.valueOf(request.getMethod());
        var offered =
                here.stream().filter(route -> route.methods().contains(method)).toList();
        var asked = offered.isEmpty() ? here : offered;
        if (asked.stream()
                .noneMatch(route -> route.open() || caller.filter(route::allows).isPresent())) {
            throw Standard.FORBIDDEN.because(
                    "Expected a role that may use %s; the caller has none of them.".formatted(roles(asked)));
        }
        if (offered.isEmpty()) {
            throw Standard.METHOD_NOT_ALLOWED
                    .because("Expected one of %s; found %s.".formatted(allow(here), Words.shown(request.getMethod())))
                    .header("Allow", allow(here));
        }
        return offered;
    }

    private static String roles(List<Route> asked) {
        var named = asked.stream()
                .flatMap(route -> route.roles().stream())
                .map(Role::text)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return "this route (" + named + ")";
    }

    private static String allow(List<Route> here) {
        return here.stream()
                .flatMap(route -> route.methods().stream())
                .map(HttpMethod::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Rejected notFound(String detail) {
        return Standard.NOT_FOUND.because(detail);
    }
}
