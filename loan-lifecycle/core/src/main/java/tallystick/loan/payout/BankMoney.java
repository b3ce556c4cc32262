package tallystick.loan.payout;

import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.bank.api.ReportEvent.RepaymentReported;
import tallystick.kernel.Refused;
import tallystick.loan.api.Source;
import tallystick.loan.servicing.Servicing;

/** Brings what a customer paid to the bank to the loan it is for. One step; it is parked when it keeps failing. */
public class BankMoney {
    private static final Logger LOG = LoggerFactory.getLogger(BankMoney.class);

    @StartSaga
    @EndSaga
    @SagaEventHandler(associationProperty = "report")
    public void on(RepaymentReported event, Servicing servicing) {
        var reference = event.bank() + "/" + event.bankReference();
        try {
            servicing.receive(
                    event.loan(),
                    event.amount(),
                    event.valueDate(),
                    Source.BANK_CALLBACK,
                    reference,
                    event.bank().value());
        } catch (Refused no) {
            // An unknown loan: the report stays, and its owner is whoever looks after breaks.
            LOG.warn(
                    "Money that {} reported as {} was not taken: {}",
                    event.bank(),
                    event.report(),
                    no.refusal().code());
        }
    }
}
