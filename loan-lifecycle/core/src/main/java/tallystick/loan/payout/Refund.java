package tallystick.loan.payout;

import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.InstructionReturned;
import tallystick.bank.api.Order;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanEvent.RefundOrdered;
import tallystick.loan.servicing.Servicing;
import tallystick.runtime.decide.Commands;

/**
 * Has the bank pay one refund: ordered once, by the id that came with the event. What the bank refuses is credit again, and so
 * is what comes back weeks later.
 */
public class Refund {
    private String loan = "";

    @StartSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(RefundOrdered event, Commands commands) {
        loan = event.loan().value();
        var refund = new Order.Refund(event.loan(), event.amount(), event.change(), event.account());
        commands.sendAndWait(new Instruct(event.instruction(), event.bank(), refund, event.at()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionRejected event, Servicing servicing) {
        servicing.refundFailed(new LoanId(loan), event.instruction(), event.reason(), null);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionReturned event, Servicing servicing) {
        servicing.refundFailed(new LoanId(loan), event.instruction(), event.reason(), event.valueDate());
    }
}
