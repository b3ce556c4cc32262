package tallystick.application.origination;

import java.time.InstantSource;
import java.util.List;
import tallystick.application.api.ApplicationCommand.Paid;
import tallystick.application.api.ApplicationEvent.PayeeApproved;
import tallystick.application.lifecycle.Application;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanCommand.CorrectPayee;
import tallystick.loan.api.Payee;
import tallystick.loan.api.PayoutLegs;
import tallystick.loan.api.PayoutLegs.Progress;
import tallystick.runtime.decide.Things;
import tallystick.runtime.queries.Queries;

/** What the saga asks of the application when the payout goes wrong. */
public final class Payees {
    private final Things things;
    private final Queries queries;
    private final Lenders lenders;
    private final InstantSource clock;

    Payees(Things things, Queries queries, Lenders lenders, InstantSource clock) {
        this.things = things;
        this.queries = queries;
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

    /** By which orders a part was paid that never will be the whole; none while a bank has not answered. */
    List<Paid> paidInPart(LoanId loan) {
        var legs = queries.ask(new PayoutLegs(loan)).legs();
        return legs.stream().allMatch(leg -> leg.progress() == Progress.PAID)
                        || legs.stream().anyMatch(leg -> leg.progress() == Progress.ORDERED)
                ? List.of()
                : legs.stream()
                        .filter(leg -> leg.progress() == Progress.PAID)
                        .map(leg -> new Paid(leg.bank(), leg.order(), leg.amount()))
                        .toList();
    }

    /** Whether the application heard of a failure before the cancellation; of several legs others may still be open. */
    boolean payoutHasFailed(ApplicationId id) {
        return application(id).payoutFailed();
    }

    private Application application(ApplicationId id) {
        return things.find(Application.class, id.value()).orElseThrow().state();
    }
}
