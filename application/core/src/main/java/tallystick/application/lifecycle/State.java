package tallystick.application.lifecycle;

import java.util.EnumSet;
import java.util.Set;

/** How far an application has come. Public names: add, never rename. */
public enum State {
    DRAFT,
    SUBMITTED,
    IN_AUDIT,
    APPROVED,
    PLACING,
    OFFERED,
    ACCEPTED,
    CONTRACTED,
    PAYING_OUT,
    CANCEL_REQUESTED,
    PAYOUT_FAILED,
    FUNDED,
    DECLINED,
    WITHDRAWN,
    EXPIRED,
    NOT_PLACED,
    CANCELLED;

    private static final Set<State> ENDS = EnumSet.of(FUNDED, DECLINED, WITHDRAWN, EXPIRED, NOT_PLACED, CANCELLED);
    private static final Set<State> PAYOUT = EnumSet.of(PAYING_OUT, CANCEL_REQUESTED, PAYOUT_FAILED);

    /** Nothing of the application itself happens any more. */
    public boolean isEnd() {
        return ENDS.contains(this);
    }

    /** Money may be on its way. */
    public boolean isPayout() {
        return PAYOUT.contains(this);
    }
}
