package tallystick.loan.servicing;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Jurisdiction;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.*;
import tallystick.loan.servicing.Proposal.Progress;

/** What each event means. Exhaustive by design: a new event does not compile until it is given a meaning here. */
final class Telling {
    private Telling() {}

    static Loan after(@Nullable Loan before, LoanEvent event) {
        if (event instanceof LoanBooked e) {
            return Loan.of(e);
        }
        if (event instanceof LoanImported e) {
            return Importing.after(e);
        }
        if (before == null) {
            throw new IllegalStateException("A loan begins with LoanBooked or LoanImported; found " + event + ".");
        }
        return switch (event) {
            case LoanBooked _, LoanImported _ -> before;
            case PayoutConfirmed e -> paidOut(before, e);
            case LoanActivated e ->
                before.activeFrom(e.valueDate(), Starting.on(before.terms(), e.valueDate(), e.payouts()));
            case PayoutRejected e ->
                before.with(before.leg(e.leg()).orElseThrow().rejected());
            case PayoutReturned e -> returned(before, e);
            case PayeeCorrected e ->
                before.with(before.leg(e.payee().leg()).orElseThrow().corrected(e.payee(), e.attempt()));
            case LenderReplaced e ->
                before.with(before.leg(e.payee().leg()).orElseThrow().corrected(e.payee(), e.attempt()))
                        .fundedBy(e.funding());
            case PayoutReduced e -> before.reducedTo(e.terms(), e.funding());
            case PayoutStopAsked _ -> before;
            case LoanCancelled _ -> before.with(LoanState.CANCELLED);
            case RepaymentReceived e -> received(before, e);
            case RepaymentMatched e -> matched(before, e);
            case TransactionReversed e -> reversed(before, e);
            case LoanRestated e -> restated(before, e);
            case PayoffQuoted e -> quoted(before, e);
            case LoanPaidOff _ -> before.with(LoanState.PAID_OFF);
            case LoanReopened _ -> before.with(LoanState.ACTIVE);
            case MoneyHeld e -> answered(before.holding(e.reference()), e.reference());
            case BucketChanged e -> before.with(before.care().in(e.to()));
            case AccrualStopped _ -> before.with(before.care().accruing(false));
            case AccrualResumed _ -> before.with(before.care().accruing(true));
            case MandateRegistered e ->
                collecting(before, before.care().collecting().under(e.reference()));
            case MandateCancelled _ ->
                collecting(before, before.care().collecting().under(null));
            case DebitInstructed e ->
                collecting(before, before.care().collecting().debited(e.due()).ordered(e.instruction(), e.amount()));
            case DebitOrdered e -> collecting(before, before.care().collecting().ordered(e.instruction(), e.amount()));
            case DebitFailed e ->
                collecting(
                        before,
                        before.care()
                                .collecting()
                                .answered(e.instruction().value())
                                .failed());
            case PromiseMade e -> collecting(before, before.care().collecting().promised(e));
            case PromiseKept _, PromiseBroken _ ->
                collecting(before, before.care().collecting().promised(null));
            case ContactNoted e -> collecting(before, before.care().collecting().contacted(e.at()));
            case ReminderDue e -> collecting(before, before.care().collecting().reminded(e.nr()));
            case FeeCharged e -> before.plus(Charge.of(e));
            case FeeWaived e -> charged(before, e.charge(), charge -> charge.waived(e.amount()));
            case LateFeeCorrected e -> charged(before, e.charge(), charge -> charge.of(e.amount(), e.late()));
            case ChangeProposed e -> before.plus(Proposal.of(e));
            case ChangeApproved e -> proposal(before, e.change(), known -> known.approved(e.by()));
            case CreditRefunded e -> before.plus(refund(e));
            case RefundOrdered _ -> ordered(before);
            case RefundFailed e -> notRefunded(before, e);
            case RefundOwed e -> before.plus(owed(e));
            case RefundCovered e -> covered(before, e);
            case DebtForgiven e -> before.plus(forgiveness(e));
            case LoanChargedOff _ -> before.with(before.care().lost());
            case LoanWrittenOff _ -> before.with(before.care().offTheSheet());
            case TermsChanged e -> before.plus(Revision.of(e));
            case CapitalizationRestated e -> capitalized(before, e);
            case InterestCapitalized e -> before.plus(capitalization(e));
            case LoanHeld e -> before.with(before.care().held(e.why()));
            case HoldLifted e ->
                before.with(before.care()
                        .lifted(Jurisdiction.named(before.jurisdiction()).dateAt(e.at())));
            case LoanWithdrawn _ -> before.with(LoanState.WITHDRAWN);
            case ShareSold e -> before.fundedBy(Owning.sold(before, e));
            case LoanLeft _ -> before.with(LoanState.SOLD);
            case GuaranteePaid e -> proposal(before, e.claim(), Progress.DONE).plus(Subrogation.of(e));
            case GuaranteeVoided e -> voided(before, e.claim());
            case GuaranteeOrdered e -> proposal(before, e.claim(), Progress.ORDERED);
            case GuaranteeFailed e -> proposal(before, e.claim(), Guarantees.failed(e.claim(), before));
            case BuyBackOrdered e -> proposal(before, e.change(), Proposal::ordered);
            case BuyBackFailed e -> proposal(before, e.change(), Progress.FAILED);
        };
    }

    static Loan after(Loan before, List<LoanEvent> events) {
        var after = before;
        for (var event : events) {
            after = after(after, event);
        }
        return after;
    }

    private static Loan paidOut(Loan before, PayoutConfirmed e) {
        var next = before.with(before.leg(e.leg()).orElseThrow().paid(e.valueDate()))
                .plus(Transaction.other(
                        e.transaction(), Transaction.Type.PAYOUT, e.amount(), e.valueDate(), e.at(), null, null));
        return next.with(LoanState.PARTLY_PAID_OUT);
    }

    private static Loan returned(Loan before, PayoutReturned e) {
        return before.with(before.leg(e.leg()).orElseThrow().rejected())
                .plus(Transaction.other(
                        e.transaction(), Transaction.Type.PAYOUT_RETURN, e.amount(), e.valueDate(), e.at(), null, null))
                .waiting();
    }

    private static Loan received(Loan before, RepaymentReceived e) {
        var next = before.plus(new Transaction(
                e.transaction(),
                Transaction.Type.REPAYMENT,
                e.amount(),
                e.valueDate(),
                e.at(),
                e.source(),
                e.reference(),
                e.parts(),
                e.payoffQuote(),
                null,
                null,
                e.accounting(),
                e.effect(),
                null,
                e.note(),
                false));
        return answered(next, e.reference())
                .withQuotes(next.quotes().stream()
                        .map(quote -> quote.id().equals(e.payoffQuote()) ? quote.spent() : quote)
                        .toList());
    }

    private static Loan matched(Loan before, RepaymentMatched e) {
        return before.holding(e.reference())
                .with(before.transactions().stream()
                        .map(known -> known.nr() == e.transaction() ? known.toldBy(e.source()) : known)
                        .toList());
    }

    private static Loan reversed(Loan before, TransactionReversed e) {
        return reversed(before, e.of(), e.transaction())
                .plus(new Transaction(
                        e.transaction(),
                        Transaction.Type.REVERSAL,
                        e.amount(),
                        e.valueDate(),
                        e.at(),
                        null,
                        null,
                        e.parts(),
                        null,
                        e.of(),
                        null,
                        e.accounting(),
                        null,
                        null,
                        null,
                        false));
    }

    private static Loan reversed(Loan before, int of, int by) {
        return before.with(before.transactions().stream()
                .map(known -> known.nr() == of ? known.reversed(by) : known)
                .toList());
    }

    private static Loan covered(Loan before, RefundCovered e) {
        return reversed(before, e.of(), e.transaction()).plus(Transaction.covered(e));
    }

    private static Loan restated(Loan before, LoanRestated e) {
        return before.with(before.transactions().stream()
                .map(known -> e.moved().stream()
                        .filter(moved -> moved.transaction() == known.nr())
                        .findFirst()
                        .map(moved -> known.restated(moved.after()))
                        .orElse(known))
                .toList());
    }

    private static Loan quoted(Loan before, PayoffQuoted e) {
        return before.plus(new Quoted(
                e.quote(),
                e.goodThrough(),
                e.parts(),
                e.perDay(),
                before.transactions().size(),
                false));
    }

    private static Loan answered(Loan before, String reference) {
        return collecting(before, before.care().collecting().answered(reference));
    }

    private static Loan capitalized(Loan before, CapitalizationRestated e) {
        return before.withRevisions(before.revisions().stream()
                .map(known -> known.nr() == e.terms() ? known.more(e.more()) : known)
                .toList());
    }

    private static Loan collecting(Loan before, Collecting next) {
        return before.with(before.care().with(next));
    }

    private static Loan charged(Loan before, int nr, UnaryOperator<Charge> now) {
        return before.withCharges(before.charges().stream()
                .map(charge -> charge.nr() == nr ? now.apply(charge) : charge)
                .toList());
    }

    private static Loan proposal(Loan before, String change, Progress next) {
        return proposal(before, change, known -> known.is(next));
    }

    private static Loan voided(Loan before, String claim) {
        var left = before.subrogations().stream()
                .filter(known -> !known.claim().equals(claim))
                .toList();
        return proposal(before, claim, Progress.VOIDED).withSubrogations(left);
    }

    /** What was refunded with it, right before. */
    private static Loan ordered(Loan before) {
        var refund = before.transactions().size();
        return before.with(before.transactions().stream()
                .map(known -> known.nr() == refund ? known.byOrder() : known)
                .toList());
    }

    /** The change that ordered it is known by the order. */
    private static Loan notRefunded(Loan before, RefundFailed e) {
        var order = before.transaction(e.of()).orElseThrow().reference();
        var next = reversed(before, e.of(), e.transaction()).plus(Transaction.failed(e));
        return before.proposals().stream()
                .filter(known ->
                        BankOrders.refund(before.id(), known.id()).value().equals(order))
                .findFirst()
                .map(refund -> proposal(next, refund.id(), Progress.FAILED))
                .orElse(next);
    }

    private static Loan proposal(Loan before, String change, UnaryOperator<Proposal> then) {
        return before.withProposals(before.proposals().stream()
                .map(known -> known.id().equals(change) ? then.apply(known) : known)
                .toList());
    }

    private static Transaction refund(CreditRefunded e) {
        return Transaction.other(
                e.transaction(), Transaction.Type.REFUND, e.amount(), e.valueDate(), e.at(), e.reference(), null);
    }

    private static Transaction owed(RefundOwed e) {
        return Transaction.other(
                e.transaction(), Transaction.Type.REFUND_OWED, e.amount(), e.valueDate(), e.at(), null, null);
    }

    private static Transaction capitalization(InterestCapitalized e) {
        return Transaction.other(
                e.transaction(), Transaction.Type.CAPITALIZATION, e.more(), e.date(), e.at(), null, null);
    }

    private static Transaction forgiveness(DebtForgiven e) {
        return Transaction.forgiven(
                e.transaction(), e.amount(), e.valueDate(), e.at(), e.why().change(), e.parts(), e.component());
    }
}
