package tallystick.runtime.web.door;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Keyless;
import tallystick.runtime.security.Role;

/**
 * One controller method under one path, with all it demands of a request.
 *
 * @param beginning the whole segments that every plain path of the pattern begins with
 * @param produces what it can answer with; {@code application/json} where the method does not say
 * @param consumes the bodies it takes; empty when it takes none
 */
public record Route(
        PathPattern pattern,
        String beginning,
        Set<HttpMethod> methods,
        List<MediaType> consumes,
        List<MediaType> produces,
        Parameters parameters,
        HandlerMethod handler) {

    private static final Pattern WILDCARD = Pattern.compile("[{*?(\\\\]");

    static Route of(PathPattern pattern, RequestMappingInfo info, HandlerMethod handler) {
        var methods = new LinkedHashSet<HttpMethod>();
        info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.asHttpMethod()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return new Route(
                pattern,
                beginning(pattern.getPatternString()),
                methods,
                consumes(info, handler, methods),
                orJson(info.getProducesCondition().getProducibleMediaTypes()),
                Parameters.of(handler),
                handler);
    }

    /** Without the last slash, since {@code /pages/**} means {@code /pages} too. */
    private static String beginning(String pattern) {
        var wildcard = WILDCARD.matcher(pattern);
        return wildcard.find() ? pattern.substring(0, pattern.lastIndexOf('/', wildcard.start())) : pattern;
    }

    public boolean open() {
        return find(Open.class) != null;
    }

    /** Whether its answers have no body, not even a problem. */
    public boolean raw() {
        return find(Raw.class) != null;
    }

    /** Whether a call needs an Idempotency-Key. */
    public boolean idempotent() {
        return methods.contains(HttpMethod.POST) && find(Keyless.class) == null;
    }

    public boolean needsMatch() {
        return find(NeedsMatch.class) != null;
    }

    /** The limit of this route, or the given one. */
    public int maxBody(int usual) {
        var own = find(MaxBody.class);
        return own == null ? usual : own.value();
    }

    public String limit() {
        var own = find(Limited.class);
        return own == null ? "default" : own.value();
    }

    /** Who may call it; empty when it is open, or nobody said. A method's own word replaces its class's. */
    public Set<Role> roles() {
        var own = find(Allowed.class, handler.getMethod());
        if (own != null) {
            return Set.of(own.value());
        }
        if (find(Readers.class) != null) {
            return EnumSet.complementOf(EnumSet.of(Role.BANK));
        }
        var shared = find(Allowed.class, handler.getBeanType());
        return shared == null ? Set.of() : Set.of(shared.value());
    }

    boolean allows(Caller caller) {
        return !Collections.disjoint(roles(), caller.roles());
    }

    /** The method's own annotation wins over its class's. */
    <A extends Annotation> @Nullable A find(Class<A> type) {
        var own = find(type, handler.getMethod());
        return own != null ? own : find(type, handler.getBeanType());
    }

    private static <A extends Annotation> @Nullable A find(Class<A> type, AnnotatedElement on) {
        return AnnotatedElementUtils.findMergedAnnotation(on, type);
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
