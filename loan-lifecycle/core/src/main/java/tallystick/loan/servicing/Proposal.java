package tallystick.loan.servicing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.LoanId;
import tallystick.kernel.Sha256;
import tallystick.loan.api.Change;
import tallystick.loan.api.LoanEvent.ChangeProposed;

/**
 * A change that waits for a second person, or had one.
 *
 * @param orders how often a bank was ordered to take a price; more than once where it had failed
 */
record Proposal(
        String id,
        Change what,
        String reason,
        String hash,
        LocalDate date,
        String by,
        @Nullable String approvedBy,
        Progress progress,
        int orders) {
    /** How far it has come. Public names. */
    enum Progress {
        PROPOSED,
        /** A bank was ordered to, and it has no effect before that has paid. */
        ORDERED,
        DONE,
        /** The bank did not. */
        FAILED,
        /** The bank did, too late to have an effect: the money is in suspense. */
        HELD,
        /** Undone by another change. */
        VOIDED
    }

    static Proposal of(ChangeProposed e) {
        return new Proposal(e.change(), e.what(), e.reason(), e.hash(), e.date(), e.by(), null, Progress.PROPOSED, 0);
    }

    Proposal approved(String person) {
        return new Proposal(id, what, reason, hash, date, by, person, Progress.DONE, orders);
    }

    Proposal is(Progress next) {
        return new Proposal(id, what, reason, hash, date, by, approvedBy, next, orders);
    }

    Proposal ordered() {
        return new Proposal(id, what, reason, hash, date, by, approvedBy, Progress.DONE, orders + 1);
    }

    /** What a second person approves: this change of this loan, for this reason. */
    static String hash(LoanId loan, Change what, String reason, LocalDate date) {
        return Sha256.hex(String.join("\n", loan.value(), what.toString(), reason, date.toString()));
    }
}
