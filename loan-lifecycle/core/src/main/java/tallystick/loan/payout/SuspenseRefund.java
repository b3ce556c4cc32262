package tallystick.loan.payout;

import java.time.Instant;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.InstructionReturned;
import tallystick.bank.api.Order;
import tallystick.kernel.InstructionId;
import tallystick.loan.api.SuspenseCommand.FailSuspenseRefund;
import tallystick.loan.api.SuspenseEvent.SuspenseRefunded;
import tallystick.loan.api.SuspenseId;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.decide.Commands;

/**
 * Has the bank pay back what a loan held: ordered once, by the id that came with the event. What the bank refuses is in suspense
 * again, and so is what comes back weeks later. A refund by an order outside ends at once.
 */
public class SuspenseRefund {
    private String item = "";

    @StartSaga
    @SagaEventHandler(associationProperty = "item")
    public void on(SuspenseRefunded event, Commands commands) {
        var to = event.to();
        if (to == null) {
            SagaLifecycle.end();
            return;
        }
        item = event.item().value();
        SagaLifecycle.associateWith("instruction", event.reference());
        var refund = new Order.Refund(to.loan(), event.amount(), event.reference(), to.account());
        commands.sendAndWait(new Instruct(new InstructionId(event.reference()), to.bank(), refund, event.at()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionRejected event, Commands commands, BusinessDays days) {
        failed(event.instruction(), event.reason(), event.at(), commands, days);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionReturned event, Commands commands, BusinessDays days) {
        failed(event.instruction(), event.reason(), event.at(), commands, days);
    }

    private void failed(InstructionId order, String reason, Instant at, Commands commands, BusinessDays days) {
        commands.sendAndWait(new FailSuspenseRefund(new SuspenseId(item), order, reason, days.latest(), at));
    }
}
