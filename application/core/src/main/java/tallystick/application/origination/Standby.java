package tallystick.application.origination;

import java.time.InstantSource;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.application.api.ApplicationCommand.TakeStandbyDecline;
import tallystick.application.api.ApplicationEvent.ApplicationCancelled;
import tallystick.application.api.ApplicationEvent.CancellationAsked;
import tallystick.application.api.ApplicationEvent.StandbyCalled;
import tallystick.application.api.ApplicationEvent.StandbyUnknown;
import tallystick.application.placement.Placements;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.kernel.ApplicationId;
import tallystick.runtime.decide.Commands;

/**
 * Asks the bank that stands by for the share of one that did not pay it. Ends with its answer, whatever becomes of the
 * application meanwhile: what is reserved for it is given back by proof alone.
 */
public class Standby {
    private String application = "";
    private boolean late;

    @StartSaga
    @SagaEventHandler(associationProperty = "application")
    public void on(StandbyCalled event, Commands commands, Placements placements, Lenders lenders) {
        application = event.application().value();
        if (placements.reserveStandIn(id())) {
            var credit = Placements.standIn(id(), event.placement());
            SagaLifecycle.associateWith("instruction", credit.value());
            lenders.standIn(id()).ifPresent(StandIn::ask);
        } else {
            commands.sendAndWait(new TakeStandbyDecline(
                    id(), event.loan(), event.leg(), "what it has left is not enough", event.at()));
            SagaLifecycle.end();
        }
    }

    /** On the terms of the contract and while nobody wants to stop, or not at all. */
    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionConfirmed event, Commands commands, InstantSource clock, Lenders lenders) {
        lenders.standIn(id())
                .filter(bank -> late || event.terms() != null || !bank.lends())
                .ifPresent(bank -> {
                    bank.cancel();
                    failed(bank, "its yes came too late", commands, clock);
                });
        SagaLifecycle.end();
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionRejected event, Commands commands, InstantSource clock, Lenders lenders) {
        lenders.standIn(id()).ifPresent(bank -> failed(bank, event.reason(), commands, clock));
        SagaLifecycle.end();
    }

    /** Then it is for people to go on, unless they have. */
    private void failed(StandIn bank, String reason, Commands commands, InstantSource clock) {
        bank.giveBack("it does not lend the share");
        commands.sendAndWait(new TakeStandbyDecline(id(), bank.loan(), bank.leg(), reason, clock.instant()));
    }

    /** Its silence is no answer: it is told to stop, and is waited for until it has said what it made of that. */
    @SagaEventHandler(associationProperty = "application")
    public void on(StandbyUnknown event, Lenders lenders) {
        stop(lenders);
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(CancellationAsked event, Lenders lenders) {
        stop(lenders);
    }

    @SagaEventHandler(associationProperty = "application")
    public void on(ApplicationCancelled event, Lenders lenders) {
        stop(lenders);
    }

    private void stop(Lenders lenders) {
        late = true;
        lenders.standIn(id()).ifPresent(StandIn::cancel);
    }

    private ApplicationId id() {
        return new ApplicationId(application);
    }
}
