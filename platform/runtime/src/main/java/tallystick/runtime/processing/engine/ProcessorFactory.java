package tallystick.runtime.processing.engine;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import tallystick.runtime.processing.BatchObserver;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.ProcessingSettings;
import tallystick.runtime.processing.batch.BatchEnds;
import tallystick.runtime.processing.batch.EventAtPosition;
import tallystick.runtime.processing.batch.GroupInvoker;
import tallystick.runtime.processing.batch.GroupProcessor;
import tallystick.runtime.processing.batch.HaltDiscipline;
import tallystick.runtime.processing.batch.Halts;
import tallystick.runtime.processing.batch.Handlers;
import tallystick.runtime.processing.letters.LetterDiscipline;
import tallystick.runtime.processing.letters.LetterRetry;
import tallystick.runtime.processing.letters.Letters;
import tallystick.runtime.processing.shares.FairShare;
import tallystick.runtime.processing.tokens.Tokens;
import tallystick.runtime.store.TallystickEventStore;

/**
 * Makes a group's processor, part by part. Nothing is left to a default that keeps tokens or sagas in memory, logs a
 * failure and goes on, or starts with a replay.
 */
final class ProcessorFactory {
    private final TallystickEventStore store;
    private final Database database;
    private final Tokens tokens;
    private final FairShare shares;
    private final ParameterResolverFactory parameters;
    private final ProcessingSettings properties;
    private final List<BatchObserver> observers;
    private final BatchEnds ends;
    private final Workers workers;
    private final SagaFactory sagas;

    ProcessorFactory(
            TallystickEventStore store,
            Database database,
            Tokens tokens,
            FairShare shares,
            ParameterResolverFactory parameters,
            ProcessingSettings properties,
            List<BatchObserver> observers,
            BatchEnds ends,
            Workers workers,
            SagaFactory sagas) {
        this.store = store;
        this.database = database;
        this.tokens = tokens;
        this.shares = shares;
        this.parameters = parameters;
        this.properties = properties;
        this.observers = observers;
        this.ends = ends;
        this.workers = workers;
        this.sagas = sagas;
    }

    RunningGroup make(ProcessingGroup group) {
        return switch (group) {
            case ProcessingGroup.ReadModel model -> withLetters(model, model.handler());
            case ProcessingGroup.SideEffects effects -> withLetters(effects, effects.handler());
            case ProcessingGroup.Ledger ledger -> halting(ledger);
            case ProcessingGroup.SagaGroup saga -> ofSagas(saga);
        };
    }

    private RunningGroup withLetters(ProcessingGroup group, Object handler) {
        var handlers = new Handlers(group.name(), handler, parameters);
        var letters = new Letters(database.jdbc());
        var discipline = new LetterDiscipline(handlers, letters, database.jdbc(), properties.passingFaults());
        var retry = new LetterRetry(
                group.name(),
                handlers,
                letters,
                new EventAtPosition(store),
                database.transactions(),
                database.own(),
                database.jdbc(),
                properties.letterBackOff());
        var invoker = GroupInvoker.ofHandlers(group.name(), discipline, handlers, observers);
        return new RunningGroup(
                group, processor(group, invoker), handlers::handles, Optional.of(retry), Optional.empty());
    }

    private RunningGroup halting(ProcessingGroup.Ledger group) {
        var handlers = new Handlers(group.name(), group.handler(), parameters);
        var discipline = new HaltDiscipline(handlers, new Halts(database.jdbc()), properties.passingFaults());
        var invoker = GroupInvoker.ofHandlers(group.name(), discipline, handlers, observers);
        return new RunningGroup(
                group, processor(group, invoker), handlers::handles, Optional.empty(), Optional.empty());
    }

    private RunningGroup ofSagas(ProcessingGroup.SagaGroup group) {
        var made = sagas.make(group.name(), group.saga());
        var invoker =
                GroupInvoker.ofSagas(group.name(), made.discipline(), made.subscribes(), made.mayConcern(), observers);
        return new RunningGroup(
                group, processor(group, invoker), made.subscribes(), Optional.empty(), Optional.of(made.steps()));
    }

    private GroupProcessor processor(ProcessingGroup group, GroupInvoker invoker) {
        shares.join(group.name(), group.segments());
        tokens.watch(group.name(), invoker);
        var builder = PooledStreamingEventProcessor.builder()
                .name(group.name().text())
                .errorHandler(PropagatingErrorHandler.instance())
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .messageSource(store.only(invoker::canHandleType))
                .tokenStore(tokens)
                .transactionManager(database.transactions())
                .coordinatorExecutor(workers.coordinators())
                .workerExecutor(workers.workers())
                .initialSegmentCount(group.segments())
                .initialToken(_ -> {
                    throw new IllegalStateException("Tokens are made by the start-up check: " + group.name());
                })
                .tokenClaimInterval(properties.claimInterval().toMillis())
                .claimExtensionThreshold(properties.claimExtension().toMillis())
                .enableCoordinatorClaimExtension()
                .maxSegmentProvider(shares)
                .batchSize(group.batch())
                .clock(new Pace(properties.haste()));
        return new GroupProcessor(builder, group.name(), invoker, database.jdbc(), ends);
    }
}
