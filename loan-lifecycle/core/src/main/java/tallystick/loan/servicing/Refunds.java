package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.RefundCovered;
import tallystick.loan.api.LoanEvent.RefundOwed;
import tallystick.loan.engine.Statement;

/**
 * Credit that was paid back and is not there any more: the bank took back the money it came from, or that money pays
 * something else. The refund stays a fact, so the borrower owes it, as principal that is due at once.
 */
final class Refunds {
    private Refunds() {}

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
