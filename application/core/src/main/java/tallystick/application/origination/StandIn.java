package tallystick.application.origination;

import java.util.Objects;
import java.util.stream.Stream;
import tallystick.application.api.ApplicationCommand.LetStandIn;
import tallystick.application.api.Considered.Share;
import tallystick.application.api.FundingLineCommand.Confirm;
import tallystick.application.api.FundingLineCommand.HoldReservation;
import tallystick.application.api.FundingLineCommand.Release;
import tallystick.application.lifecycle.Application;
import tallystick.application.lifecycle.Attempt;
import tallystick.application.lifecycle.Attempt.Called;
import tallystick.application.placement.Placements;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.Order;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Refused;
import tallystick.loan.api.LoanCommand.ReplaceLender;

/**
 * The bank that stands by, asked to lend the share of one that did not pay it. What is reserved for it is kept when it lends,
 * and then that of the other is given back; else its own is. Every step may be repeated.
 */
final class StandIn {
    private final Lenders ways;
    private final Application application;
    private final Attempt attempt;
    private final Called called;

    StandIn(Lenders ways, Application application, Attempt attempt, Called called) {
        this.ways = ways;
        this.application = application;
        this.attempt = attempt;
        this.called = called;
    }

    LoanId loan() {
        return Objects.requireNonNull(application.loan());
    }

    int leg() {
        return called.leg();
    }

    void ask() {
        lines(called.share())
                .forEach(line -> ways.tell(new HoldReservation(line, application.id(), attempt.nr(), ways.now())));
        ways.order(new Instruct(
                credit(),
                called.share().bank(),
                new Order.RequestCredit(
                        application.id(),
                        attempt.programme().programme().name(),
                        called.share().amount(),
                        attempt.programme().annualRate(),
                        application.submitted().count(),
                        application.submitted().bankSharing()),
                ways.now()));
    }

    /** Says whether the loan takes it: not when the share was ordered from the other bank once more meanwhile. */
    boolean lends() {
        var funding = Lending.funding(attempt.sharesWith(called), true);
        try {
            ways.order(new ReplaceLender(loan(), called.leg(), called.share().bank(), funding, ways.now()));
        } catch (Refused orderedAgain) {
            return false;
        }
        var replaced = attempt.programme().lenders(attempt.amount()).get(called.leg() - 1);
        cancel(Placements.instruction(application.id(), attempt.nr(), called.leg() - 1), replaced);
        release(replaced, "another lends its share");
        lines(called.share())
                .forEach(line -> ways.tell(new Confirm(
                        line, application.id(), attempt.nr(), called.share().amount(), ways.now())));
        ways.order(new LetStandIn(application.id(), loan(), called.leg(), ways.now()));
        return true;
    }

    void giveBack(String because) {
        release(called.share(), because);
    }

    /** One cancel, for ever. */
    void cancel() {
        cancel(credit(), called.share());
    }

    private InstructionId credit() {
        return Placements.standIn(application.id(), attempt.nr());
    }

    private void cancel(InstructionId credit, Share share) {
        ways.order(new Instruct(
                new InstructionId(Ids.derived(InstructionId.KIND, "cancel", credit.value())),
                share.bank(),
                new Order.Cancel(credit, share.amount()),
                ways.now()));
    }

    private void release(Share share, String because) {
        lines(share).forEach(line -> ways.tell(new Release(line, application.id(), attempt.nr(), because, ways.now())));
    }

    private static Stream<FundingLineId> lines(Share share) {
        return share.exposure() == null
                ? Stream.of(share.fundingLine())
                : Stream.of(share.fundingLine(), share.exposure().line());
    }
}
