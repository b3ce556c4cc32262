package tallystick.loan.suspense;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.SuspenseEvent.SuspenseOpened;
import tallystick.loan.api.SuspenseId;

/**
 * One amount in suspense.
 *
 * @param heldFor the loan that could not take it; null for money of which nobody knows whose it is
 * @param went the loan or the refund it went to, or the order that was returned; null while it is here
 * @param proposed what one person asked for and another must too; null when nobody did
 * @param proposedBy that person
 * @param orders how often a bank was ordered to pay it back; more than once where it did not
 */
record Suspense(
        SuspenseId id,
        @Nullable LoanId heldFor,
        Money amount,
        LocalDate valueDate,
        String reference,
        State state,
        @Nullable String went,
        @Nullable String proposed,
        @Nullable String proposedBy,
        int orders) {
    /** Public names: add, never rename. */
    enum State {
        OPEN,
        MOVED,
        REFUNDED,
        RETURNED
    }

    static Suspense of(SuspenseOpened e) {
        return new Suspense(
                e.item(), e.heldFor(), e.amount(), e.valueDate(), e.reference(), State.OPEN, null, null, null, 0);
    }

    Suspense proposing(String what, String by) {
        return new Suspense(id, heldFor, amount, valueDate, reference, state, went, what, by, orders);
    }

    Suspense gone(State next, String to) {
        return new Suspense(id, heldFor, amount, valueDate, reference, next, to, proposed, proposedBy, orders);
    }

    Suspense ordered() {
        return new Suspense(id, heldFor, amount, valueDate, reference, state, went, proposed, proposedBy, orders + 1);
    }

    /** A bank did not pay it back. */
    Suspense hereAgain() {
        return new Suspense(id, heldFor, amount, valueDate, reference, State.OPEN, null, null, null, orders);
    }

    /** The order by which a bank pays it back: the next one while it is here, else the last. Each pays once. */
    InstructionId order() {
        var nr = state == State.OPEN ? orders + 1 : orders;
        return new InstructionId(Ids.derived(InstructionId.KIND, "suspense-refund", id.value(), Integer.toString(nr)));
    }
}
