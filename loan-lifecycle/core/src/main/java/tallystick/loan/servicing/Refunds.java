package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.loan.api.Change;
import tallystick.loan.api.LoanCommand.FailRefund;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.CreditRefunded;
import tallystick.loan.api.LoanEvent.Grounds;
import tallystick.loan.api.LoanEvent.RefundCovered;
import tallystick.loan.api.LoanEvent.RefundFailed;
import tallystick.loan.api.LoanEvent.RefundOrdered;
import tallystick.loan.api.LoanEvent.RefundOwed;
import tallystick.loan.engine.Statement;

/**
 * Credit that is paid back. Where it is not there any more, since the bank took back the money it came from, or that money
 * pays something else, the refund stays a fact: the borrower owes it, as principal that is due at once.
 */
final class Refunds {
    private Refunds() {}

    /**
     * Credit that is there on its day and still is; refunds since then have used it. The bank is ordered to pay no more than
     * banks have told of, and to an account that is known to be the borrower's.
     */
    static void check(Change.RefundCredit refund, Loan is, LocalDate date) {
        var outside = refund.reference();
        if (outside != null && outside.startsWith(InstructionId.KIND + "-")) {
            throw Refusals.notPossible("%s names an order of ours, not one outside.".formatted(outside));
        }
        if (outside == null && is.borrowersAccount().isEmpty()) {
            throw Refusals.noAccountToPay(is);
        }
        var there = credit(is, date);
        Changing.atMost(
                refund.amount(), outside == null ? there.min(credit(told(is), date)) : there, "of credit balance", is);
    }

    private static Money credit(Loan is, LocalDate date) {
        var standing = Standing.of(is);
        return standing.credit(standing.on(date)).min(standing.credit(standing.atLast()));
    }

    /** As if nobody had entered what no bank has told of. */
    private static Loan told(Loan is) {
        return is.with(is.transactions().stream()
                .filter(moved -> !moved.waitsForBank())
                .toList());
    }

    static List<LoanEvent> decided(
            Change.RefundCredit refund, Loan is, LocalDate date, LocalDate bookingDate, Grounds why, Instant at) {
        var instruction = BankOrders.refund(is.id(), why.change());
        var outside = refund.reference();
        var refunded = new CreditRefunded(
                is.id(),
                is.nextTransaction(),
                refund.amount(),
                outside == null ? instruction.value() : outside,
                date,
                bookingDate,
                why,
                at);
        return outside == null
                ? List.of(
                        refunded,
                        new RefundOrdered(
                                is.id(),
                                instruction,
                                is.booked().bank(),
                                is.borrowersAccount().orElseThrow(),
                                refund.amount(),
                                why.change(),
                                at))
                : List.of(refunded);
    }

    /** What was not paid is credit again, and covers what was owed because it was gone. */
    static List<LoanEvent> failed(FailRefund c, Loan is) {
        return is.transactions().stream()
                .filter(Transaction::isRefund)
                .filter(Transaction::ordered)
                .filter(moved -> c.instruction().value().equals(moved.reference()))
                .findFirst()
                .map(refund -> Restating.after(is, failed(c, is, refund), c.bookingDate(), c.at()))
                .orElse(List.of());
    }

    private static RefundFailed failed(FailRefund c, Loan is, Transaction refund) {
        return new RefundFailed(
                is.id(),
                is.nextTransaction(),
                refund.nr(),
                refund.amount(),
                c.reason(),
                c.valueDate(),
                c.bookingDate(),
                c.at());
    }

    /** @param credit below zero when more was refunded than there was */
    static Optional<LoanEvent> owed(Loan is, Statement now, Money credit, LocalDate bookingDate, Instant at) {
        if (credit.isNegative()) {
            return Optional.of(new RefundOwed(
                    is.id(), is.nextTransaction(), credit.negate(), now.asOf(), bookingDate, at, is.accounting()));
        }
        return credit.isZero() || now.paidOff() ? Optional.empty() : covered(is, now.asOf(), bookingDate, at);
    }

    /** The last that became owed, as a whole: what there is no credit for becomes owed again. */
    private static Optional<LoanEvent> covered(Loan is, LocalDate day, LocalDate bookingDate, Instant at) {
        return is.transactions().reversed().stream()
                .filter(Transaction::isOwedBack)
                .findFirst()
                .map(owed -> new RefundCovered(
                        is.id(),
                        is.nextTransaction(),
                        owed.nr(),
                        owed.amount(),
                        day,
                        bookingDate,
                        at,
                        is.accounting()));
    }
}
