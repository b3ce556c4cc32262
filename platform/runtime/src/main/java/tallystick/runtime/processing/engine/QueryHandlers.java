package tallystick.runtime.processing.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.ProcessingGroup.ReadModel;

/** Makes the {@code @QueryHandler} methods of read models known. */
final class QueryHandlers {
    private final Optional<QueryBus> bus;
    private final ParameterResolverFactory parameters;

    QueryHandlers(Optional<QueryBus> bus, ParameterResolverFactory parameters) {
        this.bus = bus;
        this.parameters = parameters;
    }

    void register(Collection<ProcessingGroup> groups) {
        groups.stream()
                .filter(ReadModel.class::isInstance)
                .map(g -> ((ReadModel) g).handler())
                .filter(QueryHandlers::answers)
                .forEach(this::register);
    }

    private void register(Object handler) {
        var known = bus.orElseThrow(() -> new IllegalStateException(
                "Expected a QueryBus, because %s has @QueryHandler methods; found none. Declare one as a bean."
                        .formatted(handler.getClass().getName())));
        new AnnotationQueryHandlerAdapter<>(handler, parameters).subscribe(known);
    }

    private static boolean answers(Object handler) {
        return Arrays.stream(handler.getClass().getDeclaredMethods())
                .anyMatch(m -> m.isAnnotationPresent(QueryHandler.class));
    }
}
