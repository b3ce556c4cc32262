package tallystick.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** A pooled processor at the head of a store that tells which thing each event belongs to. */
record Follower(PooledStreamingEventProcessor processor, ScheduledExecutorService threads) implements AutoCloseable {
    static Follower of(EventStore store, Consumer<String> handler) {
        var threads = Executors.newScheduledThreadPool(4);
        EventMessageHandler each = event -> {
            handler.accept(((DomainEventMessage<?>) event).getAggregateIdentifier());
            return event;
        };
        var processor = PooledStreamingEventProcessor.builder()
                .name("follower")
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder().eventHandlers(each).build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(4)
                .initialToken(source -> source.createHeadToken())
                .build();
        processor.start();
        // Where it starts is fixed when it has its segments; events before that would never come.
        while (processor.processingStatus().size() < 4) {
            LockSupport.parkNanos(1_000_000);
        }
        return new Follower(processor, threads);
    }

    @Override
    public void close() {
        processor.shutDown();
        threads.shutdown();
    }
}
