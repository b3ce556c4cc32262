package tallystick.loan.collateral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.CollateralId;
import tallystick.loan.api.CollateralKind;

/**
 * One thing that secures a loan.
 *
 * @param owner the reference under which it belongs to the lender; null while it is the borrower's
 * @param charge the registry with its reference
 * @param insuredUntil null when it is not insured
 * @param sold what it brought, less the costs
 * @param proposed what one person asked for and another must too
 */
record Collateral(
        CollateralId id,
        LoanId loan,
        CollateralKind kind,
        String what,
        State state,
        @Nullable Money value,
        @Nullable LocalDate valuedOn,
        @Nullable String owner,
        @Nullable String charge,
        @Nullable LocalDate insuredUntil,
        @Nullable Money sold,
        @Nullable String proposed,
        @Nullable String proposedBy) {
    /** Public names: add, never rename. */
    enum State {
        PLEDGED,
        REPOSSESSED,
        SOLD,
        RELEASED,
        /** Set free, and its debt stands again. */
        MISSED
    }

    boolean isHeld() {
        return state == State.PLEDGED || state == State.REPOSSESSED;
    }

    boolean isGone() {
        return state == State.SOLD || state == State.RELEASED;
    }

    /** What was missed secures its debt again. */
    Collateral secured() {
        return state == State.MISSED ? in(State.PLEDGED, sold) : this;
    }

    Collateral valued(Money now, LocalDate on) {
        return new Collateral(
                id, loan, kind, what, state, now, on, owner, charge, insuredUntil, sold, proposed, proposedBy);
    }

    Collateral transferred(String reference) {
        return new Collateral(
                id,
                loan,
                kind,
                what,
                state,
                value,
                valuedOn,
                reference,
                charge,
                insuredUntil,
                sold,
                proposed,
                proposedBy);
    }

    Collateral charged(String reference) {
        return new Collateral(
                id,
                loan,
                kind,
                what,
                state,
                value,
                valuedOn,
                owner,
                reference,
                insuredUntil,
                sold,
                proposed,
                proposedBy);
    }

    Collateral insured(LocalDate until) {
        return new Collateral(
                id, loan, kind, what, state, value, valuedOn, owner, charge, until, sold, proposed, proposedBy);
    }

    Collateral in(State next, @Nullable Money brought) {
        return new Collateral(
                id,
                loan,
                kind,
                what,
                next,
                value,
                valuedOn,
                owner,
                charge,
                insuredUntil,
                brought,
                proposed,
                proposedBy);
    }

    Collateral proposing(String step, String by) {
        return new Collateral(
                id, loan, kind, what, state, value, valuedOn, owner, charge, insuredUntil, sold, step, by);
    }
}
