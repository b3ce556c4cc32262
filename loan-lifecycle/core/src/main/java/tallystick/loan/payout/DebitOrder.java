package tallystick.loan.payout;

import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.Order;
import tallystick.loan.api.LoanEvent.DebitInstructed;
import tallystick.loan.api.LoanEvent.DebitOrdered;
import tallystick.runtime.decide.Commands;

/** Orders from the bank what a close found due, or a person. One step; the id of the order came with the event. */
public class DebitOrder {
    @StartSaga
    @EndSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(DebitInstructed event, Commands commands) {
        var collect = new Order.Collect(event.loan(), event.amount(), event.due(), event.account());
        commands.sendAndWait(new Instruct(event.instruction(), event.bank(), collect, event.at()));
    }

    @StartSaga
    @EndSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(DebitOrdered event, Commands commands) {
        var collect = new Order.Collect(event.loan(), event.amount(), event.due(), event.account());
        commands.sendAndWait(new Instruct(event.instruction(), event.bank(), collect, event.at()));
    }
}
