package tallystick.loan.servicing;

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
 */
record Care(
        @Nullable Bucket bucket,
        boolean accruing,
        boolean chargedOff,
        boolean writtenOff,
        @Nullable HoldReason hold) {
    static final Care NEW = new Care(null, true, false, false, null);

    Care in(@Nullable Bucket next) {
        return new Care(next, accruing, chargedOff, writtenOff, hold);
    }

    Care accruing(boolean next) {
        return new Care(bucket, next, chargedOff, writtenOff, hold);
    }

    Care lost() {
        return new Care(bucket, false, true, writtenOff, hold);
    }

    Care offTheSheet() {
        return new Care(bucket, false, true, true, hold);
    }

    Care held(@Nullable HoldReason why) {
        return new Care(bucket, accruing, chargedOff, writtenOff, why);
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
