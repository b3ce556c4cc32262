package tallystick.loan.suspense;

import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.kernel.Ids;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.SuspenseCommand.OpenSuspense;
import tallystick.loan.api.SuspenseId;
import tallystick.runtime.decide.Commands;

/** Gives money that a loan could not take an owner and an age. The books have it in suspense already. */
public class HeldMoney {
    /** Refuses what is to be done with money that has left. */
    public static final String GONE = "suspense-gone";

    /** The item of what a loan holds under a reference. */
    public static SuspenseId item(LoanId loan, String reference) {
        return new SuspenseId(Ids.derived(SuspenseId.KIND, loan.value(), reference));
    }

    @StartSaga
    @EndSaga
    @SagaEventHandler(associationProperty = "reference")
    public void on(MoneyHeld event, Commands commands) {
        commands.sendAndWait(new OpenSuspense(
                item(event.loan(), event.reference()),
                event.amount(),
                event.valueDate(),
                event.reference(),
                event.why(),
                event.loan(),
                event.bookingDate(),
                "loan",
                event.at()));
    }
}
