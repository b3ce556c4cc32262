package tallystick.audit.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** Everything that can happen to a referred case. Stored for ever: add, never rename or move. */
public sealed interface ReviewEvent {
    ReviewId review();

    /**
     * @param jurisdiction whose law says how long an applicant has to answer
     * @param codes of everything that speaks against it
     */
    record ReviewOpened(
            ReviewId review,
            ApplicationId application,
            AuditId audit,
            int decision,
            String officer,
            Money exposure,
            @Nullable String grade,
            Money amount,
            @Nullable Rate annualRate,
            String caseHash,
            Instant dueAt,
            Instant at,
            @Nullable String kind,
            @Nullable List<Gap> gaps,
            @Nullable String jurisdiction,
            @Nullable List<String> codes)
            implements ReviewEvent {}

    record ReviewClaimed(ReviewId review, String by, Instant until, Instant at) implements ReviewEvent {}

    record ReviewReleased(ReviewId review, String by, Instant at) implements ReviewEvent {}

    /**
     * @param wanted what the applicant has to bring; null is nothing
     * @param answerBefore from this moment on, the start of a day, it is too late; null where nothing is wanted
     */
    record QuestionAsked(
            ReviewId review,
            String by,
            String text,
            Instant at,
            @Nullable ApplicationId application,
            @Nullable AuditId audit,
            @Nullable List<Wanted> wanted,
            @Nullable Instant answerBefore)
            implements ReviewEvent {}

    record QuestionAnswered(
            ReviewId review,
            String by,
            String text,
            Instant at,
            @Nullable ApplicationId application,
            @Nullable AuditId audit)
            implements ReviewEvent {}

    /** @param roles what the person was there to do: they bound what the recommendation is good for */
    record DecisionRecommended(
            ReviewId review,
            String by,
            Outcome outcome,
            String reason,
            List<String> conditions,
            Instant at,
            @Nullable List<String> roles)
            implements ReviewEvent {}

    /**
     * Final for the application.
     *
     * @param missing what the applicant did not bring in time, and so why it is declined; null where a person decided
     */
    record ReviewDecided(
            ReviewId review,
            ApplicationId application,
            AuditId audit,
            int decision,
            String by,
            Outcome outcome,
            String reason,
            List<String> conditions,
            Money amount,
            @Nullable Rate annualRate,
            Instant at,
            @Nullable List<Wanted> missing)
            implements ReviewEvent {}

    record ReviewOverdue(ReviewId review, Instant at) implements ReviewEvent {}

    record ReviewClosed(ReviewId review, String because, Instant at) implements ReviewEvent {}
}
