package tallystick.runtime.decide;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Refused;

/** A refusal leaves its handler as the details of a failure, which every command bus carries to any process. */
final class RefusalAsDetails implements MessageHandlerInterceptor<CommandMessage<?>> {
    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (Refused e) {
            throw new CommandExecutionException(e.getMessage(), e, e.refusal());
        }
    }
}
