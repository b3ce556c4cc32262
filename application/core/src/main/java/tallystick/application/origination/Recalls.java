package tallystick.application.origination;

import java.time.InstantSource;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.application.api.ApplicationCommand.TakeRecallRefusal;
import tallystick.application.api.ApplicationEvent.ApplicationCancelled;
import tallystick.application.api.ApplicationEvent.AskedBack;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.Order;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.LoanId;
import tallystick.runtime.decide.Commands;

/**
 * Asks banks to get back what they have paid of a payout that is stopped. Of what comes back the loan hears; here only their
 * no is waited for, from each; after the last people go on.
 */
public class Recalls {
    private String application = "";
    private String loan = "";

    @StartSaga
    @SagaEventHandler(associationProperty = "application")
    public void on(AskedBack event, Commands commands) {
        application = event.application().value();
        loan = event.loan().value();
        event.recalls().forEach(recall -> {
            SagaLifecycle.associateWith("instruction", recall.instruction().value());
            commands.sendAndWait(new Instruct(
                    recall.instruction(),
                    recall.bank(),
                    new Order.Cancel(recall.order(), recall.amount()),
                    event.at()));
        });
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionRejected event, Commands commands, InstantSource clock) {
        commands.sendAndWait(new TakeRecallRefusal(
                new ApplicationId(application),
                new LoanId(loan),
                event.instruction(),
                "%s cannot get back what it has paid: %s".formatted(event.bank(), event.reason()),
                clock.instant()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "application")
    public void on(ApplicationCancelled event) {}
}
