package tallystick.application.origination;

import java.time.InstantSource;
import java.util.Objects;
import tallystick.application.api.ApplicationEvent.PayeeApproved;
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

    /** Where the money of its contract is reserved. */
    record Reserved(int placement, String line) {}

    Reserved reserved(ApplicationId id) {
        var last = Objects.requireNonNull(application(id).lastAttempt());
        return new Reserved(
                last.nr(),
                Objects.requireNonNull(last.programme().fundingLine()).value());
    }

    /** Whether the application heard of a failure before the cancellation, so that no order is open. */
    boolean payoutHasFailed(ApplicationId id) {
        return application(id).payoutFailed();
    }

    private Application application(ApplicationId id) {
        return things.find(Application.class, id.value()).orElseThrow().state();
    }
}
