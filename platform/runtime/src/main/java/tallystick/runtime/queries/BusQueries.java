package tallystick.runtime.queries;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Query;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;

/** Asks over Axon's query bus. */
final class BusQueries implements Queries {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final QueryBus bus;

    BusQueries(QueryBus bus) {
        this.bus = bus;
    }

    @Override
    public <A> A ask(Query<A> query) {
        var message = new GenericQueryMessage<Query<A>, A>(
                query, query.getClass().getName(), ResponseTypes.instanceOf(query.answer()));
        try {
            QueryResponseMessage<A> answer = bus.query(message).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.isExceptional()) {
                throw failure(answer.exceptionResult());
            }
            return answer.getPayload();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "Expected an answer to %s within %s; found none."
                            .formatted(query.getClass().getSimpleName(), PATIENCE),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Interrupted while asking " + query.getClass().getSimpleName() + ".", e);
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof QueryExecutionException failure) {
            return failure.<Refusal>getDetails()
                    .<RuntimeException>map(Refused::new)
                    .orElse(failure);
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
