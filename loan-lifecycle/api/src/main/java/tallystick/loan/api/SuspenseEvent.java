package tallystick.loan.api;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;

/** Everything that can happen to money in suspense. Stored for ever: add, never rename or move. */
public sealed interface SuspenseEvent {
    SuspenseId item();

    record SuspenseOpened(
            SuspenseId item,
            Money amount,
            LocalDate valueDate,
            String reference,
            String why,
            @Nullable LoanId heldFor,
            LocalDate bookingDate,
            String by,
            Instant at)
            implements SuspenseEvent {}

    /** @param what the loan, or the reference of the refund: what a second person must ask for too */
    record SuspenseProposed(SuspenseId item, String what, String by, Instant at) implements SuspenseEvent {}

    record SuspenseMoved(
            SuspenseId item,
            LoanId loan,
            Money amount,
            LocalDate valueDate,
            LocalDate bookingDate,
            String by,
            Instant at)
            implements SuspenseEvent {}

    /**
     * @param reference of an order outside, or the instruction of ours
     * @param to whom a bank is to pay it; null where it is paid by an order outside
     */
    record SuspenseRefunded(
            SuspenseId item,
            Money amount,
            String reference,
            LocalDate bookingDate,
            String by,
            Instant at,
            @Nullable RefundTo to)
            implements SuspenseEvent {}

    /** The bank did not pay it back, or it came back: it is here again. */
    record SuspenseRefundFailed(
            SuspenseId item,
            Money amount,
            String reference,
            String reason,
            LocalDate bookingDate,
            Instant at,
            LoanId loan)
            implements SuspenseEvent {}

    /** The bank has taken it back: nobody is to have it. */
    record SuspenseReturned(SuspenseId item, Money amount, String reference, LocalDate bookingDate, Instant at)
            implements SuspenseEvent {}
}
