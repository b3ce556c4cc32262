package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.Change;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.ClaimBoreInterest;
import tallystick.loan.api.LoanEvent.Grounds;
import tallystick.loan.api.LoanEvent.GuaranteePaid;
import tallystick.loan.api.LoanEvent.GuaranteeVoided;
import tallystick.loan.engine.ClaimInterest;
import tallystick.loan.engine.Statement;

/** What becomes of guarantors' claims: the interest they bear, told when money moves, and their end where the money went back. */
final class Claims {
    private Claims() {}

    /**
     * What the end of the contract's interest gives back pays principal before the rest is the guarantor's; what the claim of
     * an earlier day has borne comes after it.
     */
    static List<LoanEvent> begun(GuaranteePaid paid, Loan is) {
        var events = new ArrayList<>(Restating.after(is, paid, paid.bookingDate(), paid.at()));
        var first = events.stream()
                .anyMatch(event -> event instanceof ClaimBoreInterest borne
                        && borne.claim().equals(paid.claim()));
        events.remove(paid);
        events.add(first ? 0 : events.size(), paid);
        return events;
    }

    /** By how much what they have borne differs from what was told of it. */
    static List<LoanEvent> borne(Loan is, Statement now, LocalDate bookingDate, Instant at) {
        var events = new ArrayList<LoanEvent>();
        for (var claim : is.subrogations()) {
            var more = interest(claim, now, is).minus(claim.borne());
            if (!more.isZero()) {
                events.add(new ClaimBoreInterest(
                        is.id(), claim.claim(), claim.guarantor(), more, now.asOf(), bookingDate, at));
            }
        }
        return events;
    }

    private static Money interest(Subrogation claim, Statement now, Loan is) {
        return now.claims().stream()
                .filter(borne -> borne.claim().equals(claim.id()))
                .map(ClaimInterest::interest)
                .findFirst()
                .orElse(is.zero());
    }

    static Subrogation check(Change.VoidGuarantee change, Loan is) {
        if (!is.takesMoney()) {
            throw Refusals.notActive(is);
        }
        return is.subrogation(change.claim()).orElseThrow(() -> Refusals.claimUnknown(is, change.claim()));
    }

    /** As if the guarantor had not paid: what the borrower has paid since pays what is owed without it. */
    static List<LoanEvent> voided(
            Change.VoidGuarantee change, Loan is, LocalDate bookingDate, Grounds why, Instant at) {
        var claim = check(change, is);
        var gone = new GuaranteeVoided(
                is.id(), claim.claim(), claim.guarantor(), claim.parts(), bookingDate, why, at, accounting(claim, is));
        if (claim.borne().isZero()) {
            return Restating.after(is, gone, bookingDate, at);
        }
        var less = claim.borne().negate();
        var borne =
                new ClaimBoreInterest(is.id(), claim.claim(), claim.guarantor(), less, bookingDate, bookingDate, at);
        var events = new ArrayList<LoanEvent>();
        events.add(borne);
        events.addAll(Restating.after(Telling.after(is, borne), gone, bookingDate, at));
        return events;
    }

    /** What had been booked as recovered is recovered no more. */
    private static @Nullable Accounting accounting(Subrogation claim, Loan is) {
        return claim.accounting() == Accounting.CHARGED_OFF ? Accounting.RECOVERY : is.accounting();
    }
}
