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
import tallystick.kernel.Refused;
import tallystick.loan.api.LoanEvent.GuaranteeOrdered;
import tallystick.loan.api.SuspenseCommand.ReturnSuspense;
import tallystick.loan.days.BusinessDays;
import tallystick.loan.servicing.Servicing;
import tallystick.loan.suspense.HeldMoney;
import tallystick.runtime.decide.Commands;

/**
 * Has the bank take a guarantor's payment, once; the claim begins when it has. Lives on, since it may come back: what is held
 * is held no more then, and where a claim stands a person is called.
 */
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
    public void on(InstructionReturned event, Servicing servicing, Commands commands, BusinessDays days) {
        try {
            servicing.guaranteeFailed(new LoanId(loan), claim, event.reason());
        } catch (Refused came) {
            left(event, came, commands, days);
        }
    }

    private void left(InstructionReturned event, Refused came, Commands commands, BusinessDays days) {
        if (!came.refusal().code().equals(Servicing.GUARANTEE_HELD)) {
            Unsettled.call("guarantee-returned", event, came.refusal().detail(), commands);
            return;
        }
        try {
            var item = HeldMoney.item(new LoanId(loan), Servicing.held(claim));
            commands.sendAndWait(new ReturnSuspense(item, event.instruction().value(), days.latest(), event.at()));
        } catch (Refused no) {
            if (!no.refusal().code().equals(HeldMoney.GONE)) {
                throw no; // Not there yet: again in a moment.
            }
            Unsettled.call("guarantee-returned", event, no.refusal().detail(), commands);
        }
    }
}
