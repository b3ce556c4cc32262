package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.Bucket;
import tallystick.loan.api.HoldReason;

/**
 * How a loan is looked after: flags of accounting and of service, never states.
 *
 * @param bucket how late the last day close found it; null when it was not late
 * @param accruing whether interest counts as earned before it is paid
 * @param hold why nobody may act on it as usual; null when everybody may
 * @param sparedThrough the day the last hold ended: through it no late fee is charged any more; null when there was none
 */
record Care(
        @Nullable Bucket bucket,
        boolean accruing,
        boolean chargedOff,
        boolean writtenOff,
        @Nullable HoldReason hold,
        Collecting collecting,
        @Nullable LocalDate sparedThrough) {
    static final Care NEW = new Care(null, true, false, false, null, Collecting.NOTHING, null);

    /** A loan that is late no more begins anew with its reminders. */
    Care in(@Nullable Bucket next) {
        var now = next == null ? collecting.reminded(0) : collecting;
        return new Care(next, accruing, chargedOff, writtenOff, hold, now, sparedThrough);
    }

    Care accruing(boolean next) {
        return new Care(bucket, next, chargedOff, writtenOff, hold, collecting, sparedThrough);
    }

    Care lost() {
        return new Care(bucket, false, true, writtenOff, hold, collecting, sparedThrough);
    }

    Care offTheSheet() {
        return new Care(bucket, false, true, true, hold, collecting, sparedThrough);
    }

    Care held(@Nullable HoldReason why) {
        return new Care(bucket, accruing, chargedOff, writtenOff, why, collecting, sparedThrough);
    }

    /** What a hold kept from being charged is not charged after it. */
    Care lifted(LocalDate day) {
        return new Care(bucket, accruing, chargedOff, writtenOff, null, collecting, day);
    }

    Care with(Collecting next) {
        return new Care(bucket, accruing, chargedOff, writtenOff, hold, next, sparedThrough);
    }

    /** Whether interest is earned again once nothing is late: not on a loan whose loss was recognised. */
    boolean resumes() {
        return !accruing && !chargedOff;
    }

    /** As REST shows them. */
    List<String> flags() {
        var flags = new ArrayList<String>();
        flag(hold != null, "HOLD", flags);
        flag(!accruing, "NON_ACCRUAL", flags);
        flag(chargedOff, "CHARGED_OFF", flags);
        flag(writtenOff, "WRITTEN_OFF", flags);
        return flags;
    }

    private static void flag(boolean set, String name, List<String> flags) {
        if (set) {
            flags.add(name);
        }
    }
}
