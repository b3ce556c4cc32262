package tallystick.runtime.processing.engine;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.AnnotatedHandlerInspector;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.ProcessingSettings;
import tallystick.runtime.processing.batch.Discipline;
import tallystick.runtime.processing.batch.EventAtPosition;
import tallystick.runtime.processing.sagas.ParkedSteps;
import tallystick.runtime.processing.sagas.SagaDiscipline;
import tallystick.runtime.processing.sagas.SagaJson;
import tallystick.runtime.processing.sagas.SagaRoundTrip;
import tallystick.runtime.processing.sagas.Sagas;
import tallystick.runtime.processing.sagas.StepGuard;
import tallystick.runtime.processing.sagas.StepRetry;

/** Makes what a group of sagas needs, and refuses a saga class that its store would not keep whole. */
final class SagaFactory {
    private final EventStore store;
    private final Database database;
    private final ParameterResolverFactory parameters;
    private final ProcessingSettings properties;
    private final SagaJson json;

    SagaFactory(
            EventStore store,
            Database database,
            ParameterResolverFactory parameters,
            ProcessingSettings properties,
            SagaJson json) {
        this.store = store;
        this.database = database;
        this.parameters = parameters;
        this.properties = properties;
        this.json = json;
    }

    /** What was made for one group. */
    record Made(Discipline discipline, Predicate<Class<?>> subscribes, RunningGroup.SagaSteps steps) {}

    <T> Made make(GroupName group, Class<T> type) {
        new SagaRoundTrip(json).check(type);
        var steps = new ParkedSteps(group, database.jdbc());
        var guard = new StepGuard(
                ClasspathHandlerDefinition.forClass(type),
                steps,
                properties.stepAttempts(),
                properties.passingFaults());
        var sagas = new Sagas(group, database.jdbc(), json);
        var repository = AnnotatedSagaRepository.<T>builder()
                .sagaType(type)
                .parameterResolverFactory(parameters)
                .handlerDefinition(guard)
                .sagaStore(sagas)
                .build();
        var manager = AnnotatedSagaManager.<T>builder()
                .sagaRepository(repository)
                .sagaType(type)
                .parameterResolverFactory(parameters)
                .handlerDefinition(guard)
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
        var retry = new StepRetry(
                group,
                repository,
                sagas,
                steps,
                new EventAtPosition(store),
                database.transactions(),
                database.own(),
                database.jdbc());
        return new Made(
                new SagaDiscipline(manager), subscribes(group, type, guard), new RunningGroup.SagaSteps(steps, retry));
    }

    private <T> Predicate<Class<?>> subscribes(GroupName group, Class<T> type, StepGuard guard) {
        List<MessageHandlingMember<? super T>> members = AnnotatedHandlerInspector.<T>inspectType(
                        type, parameters, guard)
                .getHandlers(type)
                .filter(m -> m.attribute("SagaEventHandler.associationProperty").isPresent())
                .toList();
        if (members.isEmpty()) {
            throw new IllegalStateException(
                    "Expected saga %s of group '%s' to have @SagaEventHandler methods; found none."
                            .formatted(type.getName(), group));
        }
        var known = new ConcurrentHashMap<Class<?>, Boolean>();
        return payload -> known.computeIfAbsent(payload, p -> members.stream().anyMatch(m -> m.canHandleType(p)));
    }
}
