package tallystick.runtime.web.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.server.RequestPath;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import tallystick.runtime.security.OpenRoutes;

/** The table of all our routes, made once from what Spring MVC has mapped; checked before the process takes requests. */
public final class Routes implements SmartInitializingSingleton, OpenRoutes {
    private static final String ATTRIBUTE = Routes.class.getName();

    private final Supplier<RequestMappingHandlerMapping> mapping;
    private final Map<String, IdGuard> guards;
    private final HttpLimits limits;
    private final SingletonSupplier<List<Route>> table = SingletonSupplier.of(this::read);
    private final SingletonSupplier<Map<Integer, List<Route>>> byDepth = SingletonSupplier.of(() -> all().stream()
            .collect(Collectors.groupingBy(route -> depth(route.pattern().getPatternString()))));

    Routes(Supplier<RequestMappingHandlerMapping> mapping, Collection<IdGuard> guards, HttpLimits limits) {
        this.mapping = mapping;
        this.limits = limits;
        this.guards = guards.stream().collect(Collectors.toUnmodifiableMap(IdGuard::variable, guard -> guard));
    }

    public List<Route> all() {
        return table.obtain();
    }

    /** A pattern matches paths with as many slashes as its own; none of ours matches any number. */
    private static int depth(String path) {
        return (int) path.chars().filter(letter -> letter == '/').count();
    }

    /** For the security chain, which comes before the door. */
    @Override
    public boolean open(HttpServletRequest request) {
        var found = of(request);
        return !found.isEmpty() && found.stream().allMatch(Route::open);
    }

    /** The routes of a request's path, looked up once: the security chain asks twice before the door does. */
    @SuppressWarnings("unchecked") // Nobody else sets it.
    List<Route> of(HttpServletRequest request) {
        var found = (List<Route>) request.getAttribute(ATTRIBUTE);
        if (found == null) {
            found = at(path(request));
            request.setAttribute(ATTRIBUTE, found);
        }
        return found;
    }

    /** The routes of the most specific pattern for a path; empty when the path is unknown. */
    private List<Route> at(RequestPath path) {
        var within = path.pathWithinApplication();
        var matching = byDepth.obtain().getOrDefault(depth(within.value()), List.of()).stream()
                .filter(route -> route.pattern().matches(within))
                .toList();
        var best = matching.stream().map(Route::pattern).min(PathPattern.SPECIFICITY_COMPARATOR);
        return best.map(pattern -> matching.stream()
                        .filter(route -> route.pattern().equals(pattern))
                        .toList())
                .orElse(List.of());
    }

    /** Whether other routes than this were found for a request; what is not the door's, and an error's page, is nowhere. */
    @SuppressWarnings("unchecked") // Nobody else sets it.
    static boolean isElsewhere(RequestMappingInfo info, HttpServletRequest request) {
        var found = (List<Route>) request.getAttribute(ATTRIBUTE);
        return found != null
                && !found.isEmpty()
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !patterns(info).contains(found.getFirst().pattern());
    }

    IdGuard guard(String variable) {
        var guard = guards.get(variable);
        if (guard == null) {
            throw new IllegalStateException(
                    "Expected an IdGuard for '%s'; the start-up check must see to it.".formatted(variable));
        }
        return guard;
    }

    static RequestPath path(HttpServletRequest request) {
        return ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request)
                : ServletRequestPathUtils.parseAndCache(request);
    }

    /** Paths that others answer: actuator, the API description, static files of pages. */
    boolean beside(String path) {
        return limits.beside().stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    @Override
    public void afterSingletonsInstantiated() {
        var complaints = new RouteCheck(guards.keySet()).complaints(all());
        if (!complaints.isEmpty()) {
            throw new IllegalStateException(
                    "Expected every route to say who may call it and what guards its ids; found:\n  "
                            + String.join("\n  ", complaints));
        }
    }

    private static Set<PathPattern> patterns(RequestMappingInfo info) {
        var condition = info.getPathPatternsCondition();
        return condition == null ? Set.of() : condition.getPatterns();
    }

    private List<Route> read() {
        var routes = new ArrayList<Route>();
        mapping.get()
                .getHandlerMethods()
                .forEach((info, handler) -> patterns(info).stream()
                        .filter(pattern -> !beside(pattern.getPatternString()))
                        .forEach(pattern -> routes.add(Route.of(pattern, info, handler))));
        routes.sort(Comparator.comparing(route -> route.pattern().getPatternString()));
        return List.copyOf(routes);
    }
}
