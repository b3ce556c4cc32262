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
        @Nullable Question question,
        @Nullable Said recommendation,
        @Nullable Said decided,
        List<Authority.Need> needs,
        String hash) {
    /** What a reviewer wants to know, and what the officer found out. */
    record Question(
            String by, String text, Instant at, @Nullable Answer answer) {}

    /** The answer to a question. */
    record Answer(String by, String text, Instant at) {}

    private static @Nullable Question question(Review is) {
        var asked = is.question();
        var answered = is.answer();
        return asked == null
                ? null
                : new Question(
                        asked.by(),
                        asked.text(),
                        asked.at(),
                        answered == null ? null : new Answer(answered.by(), answered.text(), answered.at()));
    }

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
                question(is),
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
