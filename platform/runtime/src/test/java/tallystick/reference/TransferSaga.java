package tallystick.reference;

import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.kernel.Refused;
import tallystick.reference.AccountCommand.Deposit;
import tallystick.reference.AccountCommand.Withdraw;
import tallystick.reference.TransferCommand.HoldTransfer;
import tallystick.reference.TransferCommand.RejectTransfer;
import tallystick.reference.TransferCommand.SettleTransfer;
import tallystick.reference.TransferEvent.TransferConfirmed;
import tallystick.reference.TransferEvent.TransferExpired;
import tallystick.reference.TransferEvent.TransferRejected;
import tallystick.reference.TransferEvent.TransferRequested;
import tallystick.reference.TransferEvent.TransferSettled;
import tallystick.runtime.decide.Commands;

/** Takes the money out, waits for the confirmation or the deadline, and brings it to the one or the other account. */
public class TransferSaga {
    private String transfer = "";

    @StartSaga
    @SagaEventHandler(associationProperty = "transfer")
    public void on(TransferRequested event, Commands commands) {
        transfer = event.transfer().value();
        try {
            commands.sendAndWait(new Withdraw(event.from(), event.amount(), transfer + "/out"));
            commands.sendAndWait(new HoldTransfer(event.transfer()));
        } catch (Refused no) {
            commands.sendAndWait(
                    new RejectTransfer(event.transfer(), no.refusal().code()));
        }
    }

    @SagaEventHandler(associationProperty = "transfer")
    public void on(TransferConfirmed event, Commands commands) {
        try {
            commands.sendAndWait(new Deposit(event.to(), event.amount(), transfer + "/in"));
        } catch (Refused no) {
            commands.sendAndWait(new Deposit(event.from(), event.amount(), transfer + "/back"));
        }
        commands.sendAndWait(new SettleTransfer(event.transfer()));
    }

    @SagaEventHandler(associationProperty = "transfer")
    public void on(TransferExpired event, Commands commands) {
        commands.sendAndWait(new Deposit(event.from(), event.amount(), transfer + "/back"));
        commands.sendAndWait(new SettleTransfer(event.transfer()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "transfer")
    public void on(TransferSettled event) {}

    @EndSaga
    @SagaEventHandler(associationProperty = "transfer")
    public void on(TransferRejected event) {}
}
