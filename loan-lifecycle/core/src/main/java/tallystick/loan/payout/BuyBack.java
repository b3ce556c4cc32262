package tallystick.loan.payout;

import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.Order;
import tallystick.loan.api.LoanEvent.BuyBackOrdered;
import tallystick.runtime.decide.Commands;

/** Has the bank take the price of what was bought back. One step: until a statement shows it, clearing says that we owe it. */
public class BuyBack {
    @StartSaga
    @EndSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(BuyBackOrdered event, Commands commands) {
        var price = new Order.BuyBack(event.loan(), event.amount(), event.date());
        commands.sendAndWait(new Instruct(event.instruction(), event.bank(), price, event.at()));
    }
}
