package tallystick.loan.api;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;

/** What one may ask of money in suspense. A repeat of the same command does nothing. */
public sealed interface SuspenseCommand extends Addressed {
    @Override
    SuspenseId target();

    /**
     * Keeps money that no loan has taken.
     *
     * @param heldFor the loan that could not take it and has booked it here already; null for money nobody has booked
     */
    record OpenSuspense(
            SuspenseId target,
            Money amount,
            LocalDate valueDate,
            String reference,
            String why,
            @Nullable LoanId heldFor,
            LocalDate bookingDate,
            String by,
            Instant at)
            implements SuspenseCommand {}

    /**
     * Gives it to a loan, at its original value date. Above the limit of one person it happens when another asks for the same.
     */
    record MoveSuspense(SuspenseId target, LoanId loan, Money limit, LocalDate bookingDate, String by, Instant at)
            implements SuspenseCommand {}

    /**
     * Sends it back where it came from. By an order outside the platform, two people above the limit, as for a move; a bank is
     * ordered by two whatever the amount.
     *
     * @param reference of the order outside; null where a bank is ordered
     * @param hold why nobody may act on the loan that held it; null when everybody may
     * @param to whom a bank is ordered to pay; null where it is paid by an order outside
     */
    record RefundSuspense(
            SuspenseId target,
            @Nullable String reference,
            Money limit,
            LocalDate bookingDate,
            String by,
            Instant at,
            @Nullable RefundTo to,
            @Nullable HoldReason hold)
            implements SuspenseCommand {
        public RefundSuspense(
                SuspenseId target, String reference, Money limit, LocalDate bookingDate, String by, Instant at) {
            this(target, reference, limit, bookingDate, by, at, null, null);
        }
    }

    /** A refund that the bank refused, or that came back. */
    record FailSuspenseRefund(
            SuspenseId target, InstructionId instruction, String reason, LocalDate bookingDate, Instant at)
            implements SuspenseCommand {}

    /**
     * The bank it came from has taken it back.
     *
     * @param reference of what the bank was ordered to move
     */
    record ReturnSuspense(SuspenseId target, String reference, LocalDate bookingDate, Instant at)
            implements SuspenseCommand {}
}
