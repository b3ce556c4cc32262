package tallystick.runtime.processing.batch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.AnnotatedHandlerInspector;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.MessageHandlerInterceptorMemberChain;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import tallystick.runtime.processing.GroupName;

/** The {@code @EventHandler} methods of one object, looked up once per event class and not once per event. */
public final class Handlers {
    private final Object target;
    private final List<MessageHandlingMember<? super Object>> members;
    private final MessageHandlerInterceptorMemberChain<Object> chain;
    private final Map<Class<?>, List<MessageHandlingMember<? super Object>>> byType = new ConcurrentHashMap<>();

    public Handlers(GroupName group, Object target, ParameterResolverFactory parameters) {
        this.target = target;
        var type = target.getClass();
        AnnotatedHandlerInspector<Object> inspector =
                AnnotatedHandlerInspector.inspectType(type, parameters, ClasspathHandlerDefinition.forClass(type));
        this.members = inspector
                .getHandlers(type)
                .filter(member -> member.canHandleMessageType(EventMessage.class))
                .toList();
        this.chain = inspector.chainedInterceptor(type);
        if (members.isEmpty()) {
            throw new IllegalStateException(
                    "Expected %s, the handler of group '%s', to have @EventHandler methods; found none."
                            .formatted(type.getName(), group));
        }
    }

    public boolean handles(Class<?> payloadType) {
        return !of(payloadType).isEmpty();
    }

    public void handle(EventMessage<?> event) throws Exception {
        for (var member : of(event.getPayloadType())) {
            if (member.canHandle(event)) {
                chain.handle(event, target, member);
                return;
            }
        }
    }

    private List<MessageHandlingMember<? super Object>> of(Class<?> payloadType) {
        return byType.computeIfAbsent(
                payloadType,
                type -> members.stream().filter(m -> m.canHandleType(type)).toList());
    }
}
