package tallystick.runtime.telemetry;

import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Handles each message for the trace it carries, so that a handler's logs name the request that caused the event. */
public final class TraceOnHandling<M extends Message<?>> implements MessageHandlerInterceptor<M> {
    @Override
    public @Nullable Object handle(UnitOfWork<? extends M> unitOfWork, InterceptorChain chain) throws Exception {
        Object traceId = unitOfWork.getMessage().getMetaData().get(TraceIds.KEY);
        if (!(traceId instanceof String text)) {
            return chain.proceed();
        }
        try (TraceIds.Scope _ = TraceIds.during(text)) {
            return chain.proceed();
        }
    }
}
