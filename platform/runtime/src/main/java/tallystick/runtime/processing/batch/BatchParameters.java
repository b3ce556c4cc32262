package tallystick.runtime.processing.batch;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.processing.BatchWriter;

/** Gives a handler the writer of its batch. */
public final class BatchParameters implements ParameterResolverFactory {
    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == BatchWriter.class ? new Writer() : null;
    }

    private static final class Writer implements ParameterResolver<BatchWriter> {
        @Override
        public BatchWriter resolveParameterValue(Message<?> message) {
            return Batch.current().writer();
        }

        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
