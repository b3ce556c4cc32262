package tallystick.loan.suspense;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.api.SuspenseId;

/**
 * One amount in suspense.
 *
 * @param went the loan or the refund it went to, or the order that was returned; null while it is here
 * @param proposed what one person asked for and another must too; null when nobody did
 * @param proposedBy that person
 */
record Suspense(
        SuspenseId id,
        Money amount,
        LocalDate valueDate,
        String reference,
        State state,
        @Nullable String went,
        @Nullable String proposed,
        @Nullable String proposedBy) {
    /** Public names: add, never rename. */
    enum State {
        OPEN,
        MOVED,
        REFUNDED,
        RETURNED
    }

    Suspense proposing(String what, String by) {
        return new Suspense(id, amount, valueDate, reference, state, went, what, by);
    }

    Suspense gone(State next, String to) {
        return new Suspense(id, amount, valueDate, reference, next, to, proposed, proposedBy);
    }
}
