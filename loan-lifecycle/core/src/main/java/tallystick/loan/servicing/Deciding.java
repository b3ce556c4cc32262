package tallystick.loan.servicing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.LoanCommand;
import tallystick.loan.api.LoanCommand.*;
import tallystick.loan.api.LoanCommand.OrderDebit;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.*;
import tallystick.loan.engine.TermsNotPossible;

/** What happens on a command: nothing when it has had its effect, events, or a refusal. */
final class Deciding {
    private Deciding() {}

    static List<LoanEvent> decide(LoanCommand command, @Nullable Loan is) {
        if (command instanceof BookLoan c) {
            return is == null ? List.of(booked(c)) : List.of();
        }
        if (command instanceof ImportLoan c) {
            return is == null ? Importing.take(c) : List.of();
        }
        if (is == null) {
            throw Refusals.unknown(command.target().value());
        }
        try {
            return decided(command, is);
        } catch (TermsNotPossible impossible) {
            throw Refusals.notPossible(String.valueOf(impossible.getMessage()));
        }
    }

    private static List<LoanEvent> decided(LoanCommand command, Loan is) {
        return switch (command) {
            case BookLoan _, ImportLoan _ -> List.of();
            case ConfirmPayout c -> PayingOut.confirm(c, is);
            case RejectPayout c -> PayingOut.reject(c, is);
            case ReturnPayout c -> Undoing.returned(c, is);
            case CorrectPayee c -> PayingOut.correct(c, is);
            case ReplaceLender c -> PayingOut.replace(c, is);
            case ReducePayout c -> PayingOut.reduce(c, is);
            case StopPayout c -> PayingOut.stop(c, is);
            case CancelLoan c -> PayingOut.cancel(c, is);
            case ReceiveRepayment c -> Receiving.receive(c, is);
            case MatchRepayment c -> Matching.match(c, is);
            case ReverseTransaction c -> Reversing.asked(c, is);
            case QuotePayoff c -> quote(c, is);
            case CloseLoanDay c -> ClosingDay.close(c, is);
            case RegisterMandate c -> Contacting.register(c, is);
            case CancelMandate c -> Contacting.cancel(c, is);
            case OrderDebit c -> Dunning.order(c, is);
            case FailRefund c -> Refunds.failed(c, is);
            case ConfirmGuarantee c -> Guarantees.confirmed(c, is);
            case FailGuarantee c -> Guarantees.failed(c, is);
            case FailBuyBack c -> Owning.failed(c, is);
            case NoteFailedDebit c -> Contacting.failed(c, is);
            case PromisePayment c -> Contacting.promise(c, is);
            case NoteContact c -> Contacting.note(c, is);
            case ChargeFee c -> Changing.charge(c, is);
            case ProposeChange c -> Changing.propose(c, is);
            case ApproveChange c -> Changing.approve(c, is);
            case HoldLoan c -> Holding.hold(c, is);
            case LiftHold c -> Holding.lift(c, is);
            case WithdrawLoan c -> Holding.withdraw(c, is);
        };
    }

    /** Terms that cannot be are refused before anything is stored. */
    private static LoanBooked booked(BookLoan c) {
        tallystick.loan.terms.EngineTerms.of(c.terms());
        Owning.check(c.funding(), c.bank());
        return new LoanBooked(
                c.target(),
                c.application(),
                c.borrower(),
                c.product(),
                c.productVersion(),
                c.jurisdiction(),
                c.bank(),
                c.terms(),
                c.allocation(),
                Owning.legs(c.payees(), c.funding()),
                c.bookingDate(),
                c.at(),
                c.funding(),
                c.guarantors(),
                c.coolingOffDays());
    }

    private static List<LoanEvent> quote(QuotePayoff c, Loan is) {
        if (is.quote(c.quote()).isPresent()) {
            return List.of();
        }
        if (is.state() != LoanState.ACTIVE && is.state() != LoanState.WITHDRAWN) {
            throw Refusals.notActive(is);
        }
        var standing = Standing.of(is);
        var payoff = standing.payoff(c.goodThrough());
        return List.of(new PayoffQuoted(
                is.id(), c.quote(), c.goodThrough(), standing.parts(payoff), payoff.perDay(), c.by(), c.at()));
    }
}
