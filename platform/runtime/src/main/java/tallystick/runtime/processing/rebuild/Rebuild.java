package tallystick.runtime.processing.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.BatchWriter;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.batch.Batch;
import tallystick.runtime.processing.batch.Handlers;
import tallystick.runtime.processing.tokens.Position;

/**
 * Makes a read model again, from the first event on, with a handler that writes into tables of its own, and compares the
 * tables. For proofs: no tokens are kept, and a failure ends it.
 */
public final class Rebuild {
    private static final int BATCH = 1_000;

    private final EventStore store;
    private final TransactionManager transactions;
    private final ParameterResolverFactory parameters;
    private final JdbcTemplate jdbc;

    public Rebuild(
            EventStore store, TransactionManager transactions, ParameterResolverFactory parameters, JdbcTemplate jdbc) {
        this.store = store;
        this.transactions = transactions;
        this.parameters = parameters;
        this.jdbc = jdbc;
    }

    /** Makes empty copies of tables in a schema of their own, which is emptied first. */
    public void scratch(String schema, String fromSchema, String... tables) {
        jdbc.execute("drop schema if exists %s cascade".formatted(schema));
        jdbc.execute("create schema " + schema);
        for (var table : tables) {
            jdbc.execute("create table %1$s.%3$s (like %2$s.%3$s including all)".formatted(schema, fromSchema, table));
        }
    }

    /** Handles every event up to a position; returns how many there were. */
    public long replay(GroupName group, Object handler, long upTo) {
        var handlers = new Handlers(group, handler, parameters);
        var handled = 0L;
        try (var stream = store.openStream(Position.token(0))) {
            var batch = new ArrayList<TrackedEventMessage<?>>();
            var position = 0L;
            while (position < upTo && stream.hasNextAvailable(10, TimeUnit.SECONDS)) {
                var event = stream.nextAvailable();
                position = Position.of(event);
                if (position <= upTo && handlers.handles(event.getPayloadType())) {
                    batch.add(event);
                }
                if (batch.size() == BATCH || position >= upTo) {
                    handled += handle(group, handlers, batch);
                    batch.clear();
                }
            }
            return requireAll(position, upTo, handled);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while rebuilding " + group, e);
        }
    }

    private static long requireAll(long position, long upTo, long handled) {
        if (position < upTo) {
            throw new IllegalStateException(
                    "Expected events up to position %d; the stream ended at %d.".formatted(upTo, position));
        }
        return handled;
    }

    private int handle(GroupName group, Handlers handlers, List<TrackedEventMessage<?>> events) {
        if (events.isEmpty()) {
            return 0;
        }
        var unitOfWork = new BatchingUnitOfWork<>(List.copyOf(events));
        var batch = new Batch(group, Segment.ROOT_SEGMENT, events, new BatchWriter(jdbc));
        unitOfWork.start();
        batch.attachTo(unitOfWork);
        unitOfWork.attachTransaction(transactions);
        var result = unitOfWork.executeWithResult(() -> {
            handlers.handle(unitOfWork.getMessage());
            if (unitOfWork.isLastMessage()) {
                batch.writer().flush();
            }
            return null;
        });
        if (result.isExceptional()) {
            throw new EventProcessingException("The rebuild of " + group + " failed", result.exceptionResult());
        }
        return events.size();
    }

    /** Rows that one table has and the other has not, byte for byte; 0 when they are equal. */
    public long differences(String one, String other) {
        var sql = """
            select count(*) from (
                (select t::text from %1$s t except all select t::text from %2$s t)
                union all
                (select t::text from %2$s t except all select t::text from %1$s t)) d\
            """.formatted(one, other);
        var count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
