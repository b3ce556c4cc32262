package tallystick.audit.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.Gap;
import tallystick.audit.api.Outcome;
import tallystick.audit.api.ReviewEvent.DecisionRecommended;
import tallystick.audit.api.ReviewEvent.ReviewDecided;
import tallystick.audit.api.Wanted;

/**
 * A review in REST.
 *
 * @param gaps sources that gave nothing to the decision, and why
 * @param held what speaks against it that nobody may override
 */
public record ReviewView(
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
        String hash,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Gap> gaps,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> held) {
    /**
     * What a reviewer wants to know, and what the officer found out.
     *
     * @param wanted what the applicant has to bring
     * @param answerBefore from then on it is too late, and the case is declined
     */
    record Question(
            String by,
            String text,
            Instant at,
            @Nullable Answer answer,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Wanted> wanted,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant answerBefore) {}

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
                        answered == null ? null : new Answer(answered.by(), answered.text(), answered.at()),
                        asked.wanted(),
                        asked.answerBefore());
    }

    /** What somebody recommended or decided. */
    public record Said(String by, Outcome outcome, String reason, List<String> conditions, Instant at) {
        static @Nullable Said of(@Nullable DecisionRecommended event) {
            return event == null
                    ? null
                    : new Said(event.by(), event.outcome(), event.reason(), event.conditions(), event.at());
        }

        static @Nullable Said of(@Nullable ReviewDecided event) {
            return event == null
                    ? null
                    : new Said(event.by(), event.outcome(), event.reason(), event.conditions(), event.at());
        }
    }

    static ReviewView of(Review is) {
        var opened = is.opened();
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
                Said.of(is.recommended()),
                Said.of(is.decided()),
                is.need().stream().toList(),
                opened.caseHash(),
                opened.gaps(),
                is.held());
    }
}
