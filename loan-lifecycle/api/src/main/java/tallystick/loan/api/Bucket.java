package tallystick.loan.api;

import org.jspecify.annotations.Nullable;

/** How late a loan is, by days past the oldest unpaid due date. Stored by name: add, never rename. */
public enum Bucket {
    D1_30(1),
    D31_60(31),
    D61_90(61),
    D90_PLUS(91);

    private final int from;

    Bucket(int from) {
        this.from = from;
    }

    /** The first day past due that counts here. */
    public int from() {
        return from;
    }

    /** Null for a loan that is not late. */
    public static @Nullable Bucket of(long overdueDays) {
        Bucket found = null;
        for (var bucket : values()) {
            found = overdueDays >= bucket.from ? bucket : found;
        }
        return found;
    }
}
