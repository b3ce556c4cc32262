package tallystick.runtime.web.door;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Keyless;
import tallystick.runtime.security.Role;

/**
 * What the annotations of a controller method demand, read once: every request asks for it.
 *
 * @param roles empty when nobody said
 */
record Demands(
        boolean open,
        boolean raw,
        boolean keyless,
        boolean needsMatch,
        OptionalInt maxBody,
        String limit,
        Set<Role> roles) {
    static Demands of(HandlerMethod handler) {
        var body = find(MaxBody.class, handler);
        var limit = find(Limited.class, handler);
        return new Demands(
                find(Open.class, handler) != null,
                find(Raw.class, handler) != null,
                find(Keyless.class, handler) != null,
                find(NeedsMatch.class, handler) != null,
                body == null ? OptionalInt.empty() : OptionalInt.of(body.value()),
                limit == null ? "default" : limit.value(),
                roles(handler));
    }

    /** A method's own word replaces its class's. */
    private static Set<Role> roles(HandlerMethod handler) {
        var own = find(Allowed.class, handler.getMethod());
        if (own != null) {
            return Set.of(own.value());
        }
        if (find(Readers.class, handler) != null) {
            return Set.copyOf(EnumSet.complementOf(EnumSet.of(Role.BANK)));
        }
        var shared = find(Allowed.class, handler.getBeanType());
        return shared == null ? Set.of() : Set.of(shared.value());
    }

    /** The method's own annotation wins over its class's. */
    private static <A extends Annotation> @Nullable A find(Class<A> type, HandlerMethod handler) {
        var own = find(type, handler.getMethod());
        return own != null ? own : find(type, handler.getBeanType());
    }

    private static <A extends Annotation> @Nullable A find(Class<A> type, AnnotatedElement on) {
        return AnnotatedElementUtils.findMergedAnnotation(on, type);
    }
}
