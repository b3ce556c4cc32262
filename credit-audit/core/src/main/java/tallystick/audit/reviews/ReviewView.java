package tallystick.audit.reviews;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.Outcome;

/** A review in REST. */
record ReviewView(
        String id,
        String application,
        String audit,
        int decision,
        Review.State state,
        Instant dueAt,
        @Nullable String claimedBy,
        @Nullable Instant claimedUntil,
        @Nullable Said recommendation,
        @Nullable Said decided,
        List<Authority.Need> needs,
        String hash) {
    /** What somebody recommended or decided. */
    record Said(String by, Outcome outcome, String reason, List<String> conditions, Instant at) {}

    static ReviewView of(Review is) {
        var opened = is.opened();
        var recommended = is.recommended();
        var decided = is.decided();
        return new ReviewView(
                opened.review().value(),
                opened.application().value(),
                opened.audit().value(),
                opened.decision(),
                is.state(),
                opened.dueAt(),
                is.claimedBy(),
                is.claimedUntil(),
                recommended == null
                        ? null
                        : new Said(
                                recommended.by(),
                                recommended.outcome(),
                                recommended.reason(),
                                recommended.conditions(),
                                recommended.at()),
                decided == null
                        ? null
                        : new Said(
                                decided.by(), decided.outcome(), decided.reason(), decided.conditions(), decided.at()),
                is.need().stream().toList(),
                opened.caseHash());
    }
}
