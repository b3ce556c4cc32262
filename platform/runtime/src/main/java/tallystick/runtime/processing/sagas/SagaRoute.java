package tallystick.runtime.processing.sagas;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.annotation.AnnotatedHandlerInspector;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.SagaCreationPolicy;
import org.axonframework.modelling.saga.SagaMethodMessageHandlingMember;
import tallystick.runtime.processing.GroupName;

/**
 * Tells from an event alone which segments of a group it cannot concern.
 *
 * <p>Axon begins a saga in the segment that its starting association falls into, and gives it an id of that segment. So an
 * event that finds sagas by the key they start with concerns one segment; one that finds them by another key may concern
 * any. This holds as long as a saga has no second value of that key, which {@link #refuseSecondStart} sees to, and as long
 * as segments are neither split nor merged, which nothing here does.
 */
public final class SagaRoute {
    private final Set<String> startKeys;
    private final List<Way> ways;
    private final Map<Class<?>, List<Way>> byType = new ConcurrentHashMap<>();

    /** One handler and the key it finds its sagas by. */
    private record Way(SagaMethodMessageHandlingMember<?> handler, String key) {
        static Way of(MessageHandlingMember<?> member) {
            var handler = member.unwrap(SagaMethodMessageHandlingMember.class).orElseThrow();
            var name = attribute(handler, "SagaEventHandler.keyName");
            return new Way(handler, name.isEmpty() ? attribute(handler, "SagaEventHandler.associationProperty") : name);
        }

        private static String attribute(MessageHandlingMember<?> handler, String name) {
            return handler.attribute(name).map(Object::toString).orElse("");
        }

        boolean starts() {
            return handler.getCreationPolicy() != SagaCreationPolicy.NONE;
        }
    }

    private SagaRoute(List<Way> ways) {
        this.ways = ways;
        this.startKeys = ways.stream().filter(Way::starts).map(Way::key).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalStateException when the class has no handlers */
    public static <T> SagaRoute of(GroupName group, Class<T> type, ParameterResolverFactory parameters) {
        var ways = AnnotatedHandlerInspector.inspectType(type, parameters, ClasspathHandlerDefinition.forClass(type))
                .getHandlers(type)
                .filter(member ->
                        member.attribute("SagaEventHandler.associationProperty").isPresent())
                .map(Way::of)
                .toList();
        if (ways.isEmpty()) {
            throw new IllegalStateException(
                    "Expected saga %s of group '%s' to have @SagaEventHandler methods; found none."
                            .formatted(type.getName(), group));
        }
        return new SagaRoute(ways);
    }

    public boolean handles(Class<?> payloadType) {
        return !of(payloadType).isEmpty();
    }

    /** False only when no saga of the segment can wait for the event, nor begin with it. */
    public boolean mayConcern(EventMessage<?> event, Segment segment) {
        return of(event.getPayloadType()).stream()
                .anyMatch(way ->
                        !isStart(way.key()) || segment.matches(way.handler().getAssociationValue(event)));
    }

    private List<Way> of(Class<?> payloadType) {
        return byType.computeIfAbsent(
                payloadType,
                type -> ways.stream()
                        .filter(way -> way.handler().canHandleType(type))
                        .toList());
    }

    /** Whether sagas of this class, all of them, start with this key. */
    boolean isStart(String key) {
        return startKeys.size() == 1 && startKeys.contains(key);
    }

    /** An event with the second value would be taken to another segment, and never find its saga. */
    void refuseSecondStart(Set<AssociationValue> before, Set<AssociationValue> after) {
        after.stream()
                .filter(value -> isStart(value.getKey()) && !before.contains(value))
                .findFirst()
                .ifPresent(second -> {
                    throw new IllegalStateException(
                            "Expected a saga to be found by the one '%s' it started with; a step adds another. Use a key of its own for it."
                                    .formatted(second.getKey()));
                });
    }
}
