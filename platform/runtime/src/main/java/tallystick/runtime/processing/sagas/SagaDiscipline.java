package tallystick.runtime.processing.sagas;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import tallystick.runtime.processing.batch.Batch;
import tallystick.runtime.processing.batch.Discipline;

/** Takes events to the sagas that wait for them. What fails is the {@link StepGuard}'s business. */
public final class SagaDiscipline implements Discipline {
    private final AnnotatedSagaManager<?> sagas;

    public SagaDiscipline(AnnotatedSagaManager<?> sagas) {
        this.sagas = sagas;
    }

    @Override
    public boolean handle(EventMessage<?> event, Batch batch) throws Exception {
        sagas.handle(event, batch.segment());
        return true;
    }
}
