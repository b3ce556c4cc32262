package tallystick.audit.api;

import java.time.Instant;
import tallystick.kernel.Money;

/** Everything that can happen on a day of authority. Stored for ever: add, never rename or move. */
public sealed interface AuthorityEvent {
    AuthorityDayId day();

    /** Counted before the review is decided, so that two decisions at once cannot both pass. */
    record AuthorityUsed(AuthorityDayId day, ReviewId review, Money amount, Instant at) implements AuthorityEvent {}
}
