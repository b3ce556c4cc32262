package tallystick.runtime.telemetry;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Writes the current trace into every message that has none: for command bus, query bus and event bus. */
public final class TraceOnDispatch<M extends Message<?>> implements MessageDispatchInterceptor<M> {
    @Override
    public BiFunction<Integer, M, M> handle(List<? extends M> messages) {
        return (_, message) -> traced(message);
    }

    @SuppressWarnings("unchecked") // A message with other metadata is a message of the same kind.
    private static <M extends Message<?>> M traced(M message) {
        if (message.getMetaData().containsKey(TraceIds.KEY)) {
            return message;
        }
        return TraceIds.current()
                .map(traceId -> (M) message.andMetaData(Map.of(TraceIds.KEY, traceId)))
                .orElse(message);
    }
}
