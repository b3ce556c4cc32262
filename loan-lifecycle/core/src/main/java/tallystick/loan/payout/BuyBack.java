package tallystick.loan.payout;

import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.InstructionReturned;
import tallystick.bank.api.Order;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanEvent.BuyBackOrdered;
import tallystick.loan.servicing.Servicing;
import tallystick.runtime.decide.Commands;

/**
 * Has the bank take the price of what was bought back; until a statement shows it, clearing says that we owe it. Lives on, since
 * it may be refused, or come back: then a person is called, and has it ordered again.
 */
public class BuyBack {
    private static final String UNPAID = "buy-back-unpaid";

    private String loan = "";
    private String change = "";

    @StartSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(BuyBackOrdered event, Commands commands) {
        loan = event.loan().value();
        change = event.change();
        var price = new Order.BuyBack(event.loan(), event.amount(), event.date(), event.change());
        commands.sendAndWait(new Instruct(event.instruction(), event.bank(), price, event.at()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionRejected event, Servicing servicing, Commands commands) {
        servicing.buyBackFailed(new LoanId(loan), change, event.instruction(), event.reason());
        Unsettled.call(UNPAID, event, expected(), commands);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionReturned event, Servicing servicing, Commands commands) {
        servicing.buyBackFailed(new LoanId(loan), change, event.instruction(), event.reason());
        Unsettled.call(UNPAID, event, expected(), commands);
    }

    private String expected() {
        return "the price of %s of loan %s. Approve it once more to have it ordered again.".formatted(change, loan);
    }
}
