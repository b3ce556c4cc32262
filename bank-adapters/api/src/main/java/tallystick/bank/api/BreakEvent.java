package tallystick.bank.api;

import java.time.Instant;

/** How breaks are resolved. Stored for ever: add, never rename or move. */
public sealed interface BreakEvent {
    BreakId id();

    record ExplanationProposed(BreakId id, String kind, String explanation, String by, Instant at)
            implements BreakEvent {}

    /** Two people agree: the case is closed. */
    record BreakResolved(BreakId id, String kind, String explanation, String proposedBy, String approvedBy, Instant at)
            implements BreakEvent {}
}
