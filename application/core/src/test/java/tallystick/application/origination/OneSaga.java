package tallystick.application.origination;

import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.modelling.saga.AnnotatedSaga;

/** A saga in memory, whose steps may associate and end it. */
final class OneSaga<T> {
    private final AnnotatedSaga<T> saga;

    OneSaga(T root) {
        saga = new AnnotatedSaga<>("saga-1", Set.of(), root, null, null);
    }

    OneSaga<T> step(Consumer<T> step) {
        saga.execute(step);
        return this;
    }

    boolean isOver() {
        return !saga.isActive();
    }
}
