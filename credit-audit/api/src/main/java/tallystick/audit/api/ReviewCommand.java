package tallystick.audit.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.AuditId;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** What people do with a referred case. */
public sealed interface ReviewCommand extends Addressed {
    @Override
    ReviewId target();

    /**
     * @param officer who took the application, and so may not decide it
     * @param exposure what the party owes after this loan
     * @param kind of the product, {@code CASH} or {@code CAR}
     * @param jurisdiction whose law says how long an applicant has to answer
     * @param codes of everything that speaks against it
     */
    record OpenReview(
            ReviewId target,
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
            implements ReviewCommand {}

    record ClaimReview(ReviewId target, String by, Instant until, Instant at) implements ReviewCommand {}

    record ReleaseReview(ReviewId target, String by, Instant at) implements ReviewCommand {}

    /** What the officer found out; the case is open to be claimed again. */
    record AnswerQuestion(ReviewId target, String by, String text, Instant at) implements ReviewCommand {}

    /** @param wanted what the applicant has to bring; nothing, where the officer knows the answer */
    record AskQuestion(ReviewId target, String by, String text, Instant at, List<Wanted> wanted)
            implements ReviewCommand {
        public AskQuestion {
            wanted = List.copyOf(wanted);
        }
    }

    /** What an applicant had to bring did not come: the case is declined for it, unless somebody has taken it up again. */
    record PassAnswerDue(ReviewId target, Instant at) implements ReviewCommand {}

    /** @param roles what the person is here to do, as role names: they bound what may be decided */
    record Recommend(
            ReviewId target,
            String by,
            List<String> roles,
            Outcome outcome,
            String reason,
            List<String> conditions,
            String caseHash,
            Instant at)
            implements ReviewCommand {}

    /** As {@link Recommend}, and final. */
    record DecideReview(
            ReviewId target,
            String by,
            List<String> roles,
            Outcome outcome,
            String reason,
            List<String> conditions,
            String caseHash,
            Instant at)
            implements ReviewCommand {}

    /** Nobody decided in time: the case stays open and is counted late. */
    record PassReviewDue(ReviewId target, Instant at) implements ReviewCommand {}

    /** The application ended meanwhile. */
    record CloseReview(ReviewId target, String because, Instant at) implements ReviewCommand {}
}
