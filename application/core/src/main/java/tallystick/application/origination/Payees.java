package tallystick.application.origination;

import java.time.InstantSource;
import java.util.Objects;
import tallystick.application.api.ApplicationEvent.PayeeApproved;
import tallystick.application.api.FundingLineCommand.Reopen;
import tallystick.application.lifecycle.Application;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanCommand.CorrectPayee;
import tallystick.loan.api.Payee;
import tallystick.runtime.decide.Things;

/** What the saga asks of the application when the payout goes wrong. */
public final class Payees {
    private final Things things;
    private final InstantSource clock;

    Payees(Things things, InstantSource clock) {
        this.things = things;
        this.clock = clock;
    }

    CorrectPayee corrected(PayeeApproved event) {
        var application = application(event.application());
        var contract = Objects.requireNonNull(application.contract());
        var amount = application.offers().get(contract.offer() - 1).amount();
        return new CorrectPayee(
                new LoanId(event.loan().value()),
                new Payee(1, event.account(), amount, application.draft().dealer() == null ? "CUSTOMER" : "DEALER"),
                event.proposedBy(),
                event.by(),
                clock.instant());
    }

    /** The money of its contract may have to be given back: the line is told where it is. */
    Reopen reserved(ApplicationId id) {
        var application = application(id);
        var last = Objects.requireNonNull(application.lastAttempt());
        var contract = Objects.requireNonNull(application.contract());
        return new Reopen(
                Objects.requireNonNull(last.programme().fundingLine()),
                id,
                last.nr(),
                application.offers().get(contract.offer() - 1).amount(),
                clock.instant());
    }

    /** Whether the application heard of a failure before the cancellation, so that no order is open. */
    boolean payoutHasFailed(ApplicationId id) {
        return application(id).payoutFailed();
    }

    private Application application(ApplicationId id) {
        return things.find(Application.class, id.value()).orElseThrow().state();
    }
}
