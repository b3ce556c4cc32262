package tallystick.audit.decisions;

import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.AuditEvent.AuditOpened;
import tallystick.runtime.decide.Commands;

/** Takes an opened audit to its decision. A repeat after a crash evaluates again and decides nothing new. */
public class Gathering {
    @StartSaga
    @SagaEventHandler(associationProperty = "audit")
    public void on(AuditOpened event, Evaluator evaluator, Commands commands) {
        commands.sendAndWait(evaluator.decision(event));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "audit")
    public void on(AuditDecided event) {}
}
