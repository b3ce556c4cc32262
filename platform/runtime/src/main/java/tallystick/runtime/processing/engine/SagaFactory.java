package tallystick.runtime.processing.engine;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
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
import tallystick.runtime.processing.sagas.SagaRoute;
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
    record Made(
            Discipline discipline,
            Predicate<Class<?>> subscribes,
            BiPredicate<EventMessage<?>, Segment> mayConcern,
            RunningGroup.SagaSteps steps) {}

    <T> Made make(GroupName group, Class<T> type) {
        new SagaRoundTrip(json).check(type);
        var steps = new ParkedSteps(group, database.jdbc());
        var route = SagaRoute.of(group, type, parameters);
        var guard = new StepGuard(
                ClasspathHandlerDefinition.forClass(type),
                steps,
                route,
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
                new SagaDiscipline(manager),
                route::handles,
                route::mayConcern,
                new RunningGroup.SagaSteps(steps, retry));
    }
}
