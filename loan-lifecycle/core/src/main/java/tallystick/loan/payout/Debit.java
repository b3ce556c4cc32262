package tallystick.loan.payout;

import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.bank.api.BankEvent.InstructionCommitted;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.InstructionReturned;
import tallystick.bank.api.Order;
import tallystick.kernel.LoanId;
import tallystick.loan.api.Source;
import tallystick.loan.servicing.Servicing;

/** Follows one direct debit: what the bank collected is a repayment. Lives on, since a debit may come back. */
public class Debit {
    private String loan = "";

    @StartSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionCommitted event) {
        if (event.order() instanceof Order.Collect collect) {
            loan = collect.loan().value();
        } else {
            SagaLifecycle.end();
        }
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionConfirmed event, Servicing servicing) {
        servicing.receive(
                new LoanId(loan),
                event.amount(),
                event.valueDate(),
                Source.DIRECT_DEBIT,
                event.instruction().value(),
                event.bank().value());
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionRejected event, Servicing servicing) {
        servicing.debitFailed(new LoanId(loan), event.instruction(), event.reason());
        SagaLifecycle.end();
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionReturned event, Servicing servicing) {
        servicing.takeBack(
                new LoanId(loan),
                event.instruction().value(),
                event.reason(),
                event.valueDate(),
                event.bank().value());
        servicing.debitFailed(new LoanId(loan), event.instruction(), event.reason());
        SagaLifecycle.end();
    }
}
