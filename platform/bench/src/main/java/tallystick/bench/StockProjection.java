package tallystick.bench;

import java.math.BigDecimal;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.reference.AccountEvent;
import tallystick.reference.AccountEvent.AccountOpened;
import tallystick.reference.AccountEvent.AccountRenamed;
import tallystick.reference.AccountEvent.Deposited;
import tallystick.reference.AccountEvent.Withdrawn;

/** Stock's pooled processor over stock's store: four segments, batches of 1,000, one upsert an event, tokens in the database. */
record StockProjection(PooledStreamingEventProcessor processor, ScheduledExecutorService threads, LongAdder count)
        implements AutoCloseable {
    private static final String UPSERT = """
        insert into reference.account_balances_v1 as b (account, amount, movements) values (?, ?, 1)
            on conflict (account) do update set amount = b.amount + excluded.amount, movements = b.movements + 1
        """;

    static StockProjection on(Server server, Stock stock) {
        server.jdbc().sql("truncate reference.account_balances_v1").update();
        server.jdbc().sql("drop table if exists tokenentry").update();
        var threads = Executors.newScheduledThreadPool(8);
        var count = new LongAdder();
        var jdbc = new JdbcTemplate(server.pool());
        EventMessageHandler each = event -> {
            var account = (AccountEvent) event.getPayload();
            jdbc.update(UPSERT, account.account().value(), amount(account));
            count.increment();
            return event;
        };
        var processor = PooledStreamingEventProcessor.builder()
                .name("balances")
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder().eventHandlers(each).build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(stock.store())
                .tokenStore(tokens(new SpringDataSourceConnectionProvider(server.pool())))
                .transactionManager(stock.transactions())
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(4)
                .initialToken(source -> source.createTailToken())
                .batchSize(1_000)
                .build();
        processor.start();
        return new StockProjection(processor, threads, count);
    }

    private static JdbcTokenStore tokens(ConnectionProvider connections) {
        var tokens = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(JacksonSerializer.defaultSerializer())
                .contentType(byte[].class)
                .build();
        tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
        return tokens;
    }

    private static BigDecimal amount(AccountEvent event) {
        return switch (event) {
            case AccountOpened opened -> opened.opening().amount();
            case Deposited deposited -> deposited.amount().amount();
            case Withdrawn withdrawn -> withdrawn.amount().amount().negate();
            case AccountRenamed _ -> BigDecimal.ZERO;
        };
    }

    long handled() {
        return count.sum();
    }

    @Override
    public void close() {
        processor.shutDown();
        threads.shutdown();
    }
}
