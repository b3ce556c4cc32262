package tallystick.loan.suspense;

import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.loan.api.Source;
import tallystick.loan.api.SuspenseEvent.SuspenseMoved;
import tallystick.loan.servicing.Servicing;

/** Brings money out of suspense to its loan, at the value date it came with. One step; the item's id makes it count once. */
public class MovedMoney {
    @StartSaga
    @EndSaga
    @SagaEventHandler(associationProperty = "item")
    public void on(SuspenseMoved event, Servicing servicing) {
        servicing.receive(
                event.loan(),
                event.amount(),
                event.valueDate(),
                Source.STATEMENT_LINE,
                event.item().value(),
                event.by());
    }
}
