package tallystick.bank.api;

import java.time.Instant;
import tallystick.kernel.Addressed;

/** What people may do about a break. */
public sealed interface BreakCommand extends Addressed {
    @Override
    BreakId target();

    /**
     * Says why it does not fit and what was done about it. Has no effect until another person agrees.
     *
     * @param kind of the break, as it was shown
     */
    record ProposeExplanation(BreakId target, String kind, String explanation, String by, Instant at)
            implements BreakCommand {}

    /** @param hash of the proposal that was shown */
    record ApproveExplanation(BreakId target, String hash, String by, Instant at) implements BreakCommand {}
}
