package tallystick.application.origination;

import java.time.InstantSource;
import tallystick.application.api.ApplicationEvent.PayeeApproved;
import tallystick.application.lifecycle.Application;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanCommand.CorrectPayee;
import tallystick.loan.api.Payee;
import tallystick.runtime.decide.Things;

/** What the saga asks of the application when the payout goes wrong. */
public final class Payees {
    private final Things things;
    private final Lenders lenders;
    private final InstantSource clock;

    Payees(Things things, Lenders lenders, InstantSource clock) {
        this.things = things;
        this.lenders = lenders;
        this.clock = clock;
    }

    CorrectPayee corrected(PayeeApproved event, int leg) {
        var purpose = application(event.application()).draft().dealer() == null ? Payee.CUSTOMER : Payee.DEALER;
        return new CorrectPayee(
                new LoanId(event.loan().value()),
                new Payee(leg, event.account(), amount(event.application(), leg), purpose),
                event.proposedBy(),
                event.by(),
                clock.instant());
    }

    private Money amount(ApplicationId id, int leg) {
        return lenders.contracted(id).leg(leg, application(id).contracted().amount());
    }

    /** Gives the attempt whose money came back. */
    int reopened(ApplicationId id) {
        var lending = lenders.contracted(id);
        lending.reopen(application(id).contracted().amount());
        return lending.placement();
    }

    /** Whether the application heard of a failure before the cancellation; of several legs others may still be open. */
    boolean payoutHasFailed(ApplicationId id) {
        return application(id).payoutFailed();
    }

    private Application application(ApplicationId id) {
        return things.find(Application.class, id.value()).orElseThrow().state();
    }
}
