package tallystick.loan.payout;

import java.time.InstantSource;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.bank.api.ReportEvent.RepaymentReported;
import tallystick.bank.api.ReportEvent.UnmatchedMoneyReported;
import tallystick.kernel.Ids;
import tallystick.kernel.Refused;
import tallystick.loan.api.Source;
import tallystick.loan.api.SuspenseCommand.OpenSuspense;
import tallystick.loan.api.SuspenseId;
import tallystick.loan.days.BusinessDays;
import tallystick.loan.servicing.Servicing;
import tallystick.runtime.decide.Commands;

/**
 * Brings what a customer paid to the bank to the loan it is for; what no loan takes, and what nobody can match, goes into
 * suspense. One step; it is parked when it keeps failing.
 */
public class BankMoney {
    @StartSaga
    @EndSaga
    @SagaEventHandler(associationProperty = "report")
    public void on(
            RepaymentReported event, Servicing servicing, Commands commands, BusinessDays days, InstantSource clock) {
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
            commands.sendAndWait(new OpenSuspense(
                    new SuspenseId(Ids.derived(SuspenseId.KIND, event.report().value())),
                    event.amount(),
                    event.valueDate(),
                    reference,
                    no.refusal().code() + ": " + event.loan(),
                    null,
                    days.latest(),
                    event.bank().value(),
                    clock.instant()));
        }
    }

    /** What went out and nobody can match stands in an account of its own until somebody explains it. */
    @StartSaga
    @EndSaga
    @SagaEventHandler(associationProperty = "report")
    public void on(UnmatchedMoneyReported event, Commands commands, BusinessDays days, InstantSource clock) {
        if (event.credit()) {
            commands.sendAndWait(new OpenSuspense(
                    new SuspenseId(Ids.derived(SuspenseId.KIND, event.report().value())),
                    event.amount(),
                    event.valueDate(),
                    event.bank() + "/" + event.bankReference(),
                    "nobody can match it",
                    null,
                    days.latest(),
                    event.bank().value(),
                    clock.instant()));
        }
    }
}
