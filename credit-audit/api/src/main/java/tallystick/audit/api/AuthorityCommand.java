package tallystick.audit.api;

import java.time.Instant;
import tallystick.kernel.Addressed;
import tallystick.kernel.Money;

/** What one may ask of a day of authority. */
public sealed interface AuthorityCommand extends Addressed {
    @Override
    AuthorityDayId target();

    /**
     * Takes an approval off the day's sum; for one review once.
     *
     * @param most what all approvals of the day may come to
     */
    record UseAuthority(AuthorityDayId target, ReviewId review, Money amount, Money most, Instant at)
            implements AuthorityCommand {}
}
