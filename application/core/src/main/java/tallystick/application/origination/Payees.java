package tallystick.application.origination;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationCommand.Paid;
import tallystick.application.api.ApplicationEvent.PayeeApproved;
import tallystick.application.lifecycle.Application;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.loan.api.LoanCommand.CorrectPayee;
import tallystick.loan.api.Payee;
import tallystick.loan.api.PayoutLegs;
import tallystick.loan.api.PayoutLegs.Leg;
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

    /** For each leg that the loan knows not to be paid. */
    List<CorrectPayee> corrected(PayeeApproved event) {
        var purpose = application(event.application()).draft().dealer() == null ? Payee.CUSTOMER : Payee.DEALER;
        return legs(event.loan()).stream()
                .filter(leg -> leg.progress() == Progress.REJECTED)
                .map(leg -> new CorrectPayee(
                        event.loan(),
                        new Payee(leg.nr(), event.account(), leg.amount(), purpose),
                        event.proposedBy(),
                        event.by(),
                        clock.instant()))
                .toList();
    }

    /** The last order of a leg to its bank. */
    @Nullable
    InstructionId order(LoanId loan, int leg) {
        return legs(loan).stream()
                .filter(known -> known.nr() == leg)
                .map(Leg::order)
                .findFirst()
                .orElse(null);
    }

    private List<Leg> legs(LoanId loan) {
        return queries.ask(new PayoutLegs(loan)).legs();
    }

    /** Gives the attempt whose money came back. */
    int reopened(ApplicationId id) {
        var lending = lenders.contracted(id);
        lending.reopen(application(id).contracted().amount());
        return lending.placement();
    }

    /** By which orders a part was paid that never will be the whole; none while a bank has not answered. */
    List<Paid> paidInPart(LoanId loan) {
        var legs = legs(loan);
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
