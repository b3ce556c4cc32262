package tallystick.audit.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to rule sets. Stored for ever: add, never rename or move. */
public sealed interface RuleSetEvent {
    RuleDeskId desk();

    String hash();

    Instant at();

    record RuleSetShipped(RuleDeskId desk, String hash, Instant at) implements RuleSetEvent {}

    record RuleSetDrafted(
            RuleDeskId desk, String hash, @Nullable String base, String comment, String by, Instant at)
            implements RuleSetEvent {}

    record RuleSetChecked(RuleDeskId desk, String hash, CheckReport report, Instant at) implements RuleSetEvent {}

    record RuleSetBacktested(RuleDeskId desk, String hash, BacktestSummary summary, Instant at)
            implements RuleSetEvent {}

    record RuleSetApproved(
            RuleDeskId desk, String hash, @Nullable String waived, String by, Instant at) implements RuleSetEvent {}

    /** @param former the set that was live until now */
    record RuleSetActivated(
            RuleDeskId desk, String hash, @Nullable String former, String by, Instant at) implements RuleSetEvent {}

    record RuleSetRetired(RuleDeskId desk, String hash, String by, Instant at) implements RuleSetEvent {}

    record RuleSetShadowed(RuleDeskId desk, String hash, boolean on, String by, Instant at) implements RuleSetEvent {}

    record RuleSetShared(RuleDeskId desk, String hash, int share, String by, Instant at) implements RuleSetEvent {}
}
