package tallystick.bench;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tallystick.kernel.Addressed;
import tallystick.reference.AccountCommand;

/** Stock Axon with its JDBC engine, wired as its Spring Boot starter wires it, storing the same bytes as ours. */
record Stock(SimpleCommandBus bus, EmbeddedEventStore store, SpringTransactionManager transactions) implements Side {
    static Stock on(Server server) {
        var transactions = new SpringTransactionManager(new DataSourceTransactionManager(server.pool()));
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(server.pool()))
                .transactionManager(transactions)
                .eventSerializer(Ours.json())
                .snapshotSerializer(Ours.json())
                .persistenceExceptionResolver(e -> e instanceof SQLException sql && "23505".equals(sql.getSQLState()))
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        var store = EmbeddedEventStore.builder().storageEngine(engine).build();
        var bus = SimpleCommandBus.builder().transactionManager(transactions).build();
        handle(bus, store);
        return new Stock(bus, store, transactions);
    }

    private static void handle(SimpleCommandBus bus, EmbeddedEventStore store) {
        AggregateAnnotationCommandHandler.<StockAccount>builder()
                .aggregateType(StockAccount.class)
                .repository(EventSourcingRepository.builder(StockAccount.class)
                        .eventStore(store)
                        .build())
                .commandTargetResolver(message -> {
                    Object id = ((Addressed) message.getPayload()).target().value();
                    return new VersionedAggregateIdentifier(id, null);
                })
                .build()
                .subscribe(bus);
    }

    @Override
    public void send(AccountCommand command) {
        var answer = new CompletableFuture<Object>();
        bus.<AccountCommand, Object>dispatch(new GenericCommandMessage<>(command), (message, result) -> {
            if (result.isExceptional()) {
                answer.completeExceptionally(result.exceptionResult());
            } else {
                answer.complete(message);
            }
        });
        answer.join();
    }

    @Override
    public void close() {
        store.shutDown();
    }
}
