package tallystick.runtime.processing.sagas;

import java.lang.reflect.Executable;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.Scope;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.modelling.saga.AnnotatedSaga;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.runtime.processing.sagas.Attempts.Failure;
import tallystick.runtime.processing.sagas.Attempts.Step;
import tallystick.runtime.processing.tokens.Position;

/**
 * Stands before every handler of a saga and decides whether the step runs, is parked, or queues behind a parked one.
 *
 * <p><b>How a step is parked.</b> A step that throws rolls its whole batch back and is counted in memory; the batch comes
 * again after a pause. Once the count is used up the handler is not called any more: a row goes to {@code parked_steps}
 * instead, in the transaction of the token. So nothing half-made of the failed handler can be stored.
 *
 * <p><b>Which later events queue.</b> Whether steps are parked is read with the saga, by the same statement. A starting
 * step is parked with its saga: the instance is stored untouched, with its association, so that later events find it and
 * queue instead of being missed. The associations which the failed attempts made are kept too: the command that went out
 * before the fault may lead to an event that only they can find.
 *
 * <p><b>Owner against retry.</b> Only the segment's owner adds rows. While one is open the owner does not change the saga;
 * it only queues. The retry locks the saga's first row, runs the handler and deletes the row in one transaction with the
 * saga's write, which names the version it read. A step queued while the retry emptied the queue has nothing before it;
 * the sweep runs it. If the retry commits first, the owner reads a saga without parked steps and its new version.
 */
public final class StepGuard implements HandlerDefinition {
    private static final Logger LOG = LoggerFactory.getLogger(StepGuard.class);
    static final String RETRYING = StepGuard.class.getName() + ".retrying";

    private final HandlerDefinition handlers;
    private final ParkedSteps steps;
    private final SagaRoute route;
    private final Attempts attempts;

    public StepGuard(
            HandlerDefinition handlers, ParkedSteps steps, SagaRoute route, int ownAttempts, int passingFaults) {
        this.handlers = handlers;
        this.steps = steps;
        this.route = route;
        this.attempts = new Attempts(ownAttempts, passingFaults);
    }

    /** Outermost, so that an {@code @EndSaga} does not end a saga whose handler was not called. */
    @Override
    public <T> Optional<MessageHandlingMember<T>> createHandler(
            Class<T> type, Executable method, ParameterResolverFactory parameters) {
        return handlers.createHandler(type, method, parameters)
                .map(member ->
                        member.attribute("SagaEventHandler.associationProperty").isPresent()
                                ? new Guarded<>(member)
                                : member);
    }

    private final class Guarded<T> extends WrappedMessageHandlingMember<T> {
        private final MessageHandlingMember<T> handler;

        Guarded(MessageHandlingMember<T> handler) {
            super(handler);
            this.handler = handler;
        }

        @Override
        public @Nullable Object handle(Message<?> message, T target) throws Exception {
            var event = (EventMessage<?>) message;
            AnnotatedSaga<?> saga = Scope.getCurrentScope();
            if (retrying()) {
                return call(event, saga, target);
            }
            var loaded = LoadedSagas.current();
            if (loaded.parked(saga.getSagaIdentifier())) {
                steps.queue(saga, event);
                return null;
            }
            var step = step(saga, event, loaded);
            var exhausted = attempts.exhausted(step);
            return exhausted == null ? attempt(step, event, saga, target) : park(step, event, saga, exhausted);
        }

        private @Nullable Object attempt(Step step, EventMessage<?> event, AnnotatedSaga<?> saga, T target)
                throws Exception {
            try {
                var result = call(event, saga, target);
                attempts.forget(step);
                return result;
            } catch (Exception | Error fault) {
                attempts.failed(step, fault, saga.getAssociationValues().asSet());
                throw fault;
            }
        }

        private @Nullable Object call(EventMessage<?> event, AnnotatedSaga<?> saga, T target) throws Exception {
            var before = Set.copyOf(saga.getAssociationValues().asSet());
            var result = handler.handle(event, target);
            route.refuseSecondStart(before, saga.getAssociationValues().asSet());
            return result;
        }
    }

    private @Nullable Object park(Step step, EventMessage<?> event, AnnotatedSaga<?> saga, Failure failure) {
        failure.associations().stream()
                .filter(value -> !route.isStart(value.getKey()))
                .forEach(SagaLifecycle::associateWith);
        steps.park(saga, event, step.starting(), failure);
        LoadedSagas.current().park(saga.getSagaIdentifier());
        attempts.forget(step);
        LOG.error(
                "A step of saga {} failed too often at position {} ({}); parked, its later steps queue behind it. Mend"
                        + " the cause, then retry or close the step.",
                saga.getSagaIdentifier(),
                step.position(),
                failure.error());
        return null;
    }

    private static Step step(AnnotatedSaga<?> saga, EventMessage<?> event, LoadedSagas loaded) {
        var position = Position.of(event);
        var start = loaded.startOf(saga.getSagaIdentifier(), position);
        return start.isPresent()
                ? Step.ofNew(position, start.getAsLong())
                : Step.of(position, saga.getSagaIdentifier());
    }

    private static boolean retrying() {
        return org.axonframework.messaging.unitofwork.CurrentUnitOfWork.get()
                .root()
                .resources()
                .containsKey(RETRYING);
    }
}
