package tallystick.loan.payout;

import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.InstructionReturned;
import tallystick.bank.api.Order;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanEvent.GuaranteeOrdered;
import tallystick.loan.servicing.Servicing;
import tallystick.runtime.decide.Commands;

/** Has the bank take a guarantor's payment, once; the claim begins when it has. Lives on, since it may come back. */
public class Guarantee {
    private String loan = "";
    private String claim = "";

    @StartSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(GuaranteeOrdered event, Commands commands) {
        loan = event.loan().value();
        claim = event.claim();
        var payment = new Order.GuaranteePayment(
                event.loan(),
                claim,
                event.amount(),
                event.rows(),
                event.guarantor().value());
        commands.sendAndWait(new Instruct(event.instruction(), event.bank(), payment, event.at()));
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionConfirmed event, Servicing servicing) {
        servicing.guaranteePaid(new LoanId(loan), claim, event.valueDate());
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionRejected event, Servicing servicing) {
        servicing.guaranteeFailed(new LoanId(loan), claim, event.reason());
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionReturned event, Servicing servicing) {
        servicing.guaranteeFailed(new LoanId(loan), claim, event.reason());
    }
}
