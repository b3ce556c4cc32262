package tallystick.runtime.web.door;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;

/**
 * One controller method under one path, with all it demands of a request.
 *
 * @param produces what it can answer with; {@code application/json} where the method does not say
 * @param consumes the bodies it takes; empty when it takes none
 */
public record Route(
        PathPattern pattern,
        Set<HttpMethod> methods,
        List<MediaType> consumes,
        List<MediaType> produces,
        Parameters parameters,
        Demands demands,
        HandlerMethod handler) {

    static Route of(PathPattern pattern, RequestMappingInfo info, HandlerMethod handler) {
        var methods = new LinkedHashSet<HttpMethod>();
        info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.asHttpMethod()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return new Route(
                pattern,
                methods,
                consumes(info, handler, methods),
                orJson(info.getProducesCondition().getProducibleMediaTypes()),
                Parameters.of(handler),
                Demands.of(handler),
                handler);
    }

    public boolean open() {
        return demands.open();
    }

    /** Whether its answers have no body, not even a problem. */
    public boolean raw() {
        return demands.raw();
    }

    /** Whether a call needs an Idempotency-Key. */
    public boolean idempotent() {
        return methods.contains(HttpMethod.POST) && !demands.keyless();
    }

    public boolean needsMatch() {
        return demands.needsMatch();
    }

    /** The limit of this route, or the given one. */
    public int maxBody(int usual) {
        return demands.maxBody().orElse(usual);
    }

    public String limit() {
        return demands.limit();
    }

    /** Who may call it; empty when it is open, or nobody said. */
    public Set<Role> roles() {
        return demands.roles();
    }

    boolean allows(Caller caller) {
        return !Collections.disjoint(roles(), caller.roles());
    }

    @Override
    public String toString() {
        return "%s %s (%s)".formatted(methods, pattern, handler.getShortLogMessage());
    }

    private static List<MediaType> consumes(RequestMappingInfo info, HandlerMethod handler, Set<HttpMethod> methods) {
        var declared = info.getConsumesCondition().getConsumableMediaTypes();
        var hasBody = Arrays.stream(handler.getMethodParameters())
                .anyMatch(one -> one.hasParameterAnnotation(RequestBody.class));
        // A POST that needs no words may still say {}.
        var mayHave = !Collections.disjoint(methods, Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH));
        return declared.isEmpty() && !hasBody && !mayHave ? List.of() : orJson(declared);
    }

    private static List<MediaType> orJson(Set<MediaType> types) {
        return types.isEmpty() ? List.of(MediaType.APPLICATION_JSON) : List.copyOf(types);
    }
}
