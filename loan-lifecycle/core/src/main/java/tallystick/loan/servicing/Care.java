package tallystick.loan.servicing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.Bucket;

/**
 * How a loan is looked after.
 *
 * @param bucket how late the last day close found it; null when it was not late
 * @param accruing whether interest counts as earned before it is paid
 */
record Care(@Nullable Bucket bucket, boolean accruing) {
    static final Care NEW = new Care(null, true);

    Care in(@Nullable Bucket next) {
        return new Care(next, accruing);
    }

    Care accruing(boolean next) {
        return new Care(bucket, next);
    }

    /** As REST shows them. */
    List<String> flags() {
        var flags = new ArrayList<String>();
        if (!accruing) {
            flags.add("NON_ACCRUAL");
        }
        return flags;
    }
}
