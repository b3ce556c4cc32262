package tallystick.audit.reviews;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.audit.api.AuthorityCommand;
import tallystick.audit.api.AuthorityDayId;
import tallystick.audit.api.AuthorityEvent;
import tallystick.audit.api.ReviewCommand;
import tallystick.audit.api.ReviewCommand.PassAnswerDue;
import tallystick.audit.api.ReviewCommand.PassReviewDue;
import tallystick.audit.api.ReviewEvent;
import tallystick.audit.api.ReviewId;
import tallystick.runtime.deadlines.DeadlineKind;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.decide.Things;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs reviews in. */
@Configuration(proxyBeanMethods = false)
@Import({ReviewsController.class, OverridesController.class})
public class ReviewsConfiguration {
    @Bean
    Decider<ReviewCommand, ReviewEvent, Review> reviewDecider() {
        return Decider.of(
                "review", ReviewCommand.class, ReviewEvent.class, Review.class, Review::decide, Review::after);
    }

    @Bean
    EventFamily reviewFamily() {
        return EventFamily.of("audit", ReviewEvent.class);
    }

    @Bean
    ProcessingGroup reviewList() {
        return ProcessingGroup.readModel("audit.reviews.v1", new ReviewList());
    }

    @Bean
    ProcessingGroup referrals() {
        return ProcessingGroup.saga("audit.referrals", Referral.class);
    }

    @Bean
    DeadlineKind reviewDue() {
        return new DeadlineKind("audit", ReviewList.DUE, (id, due) -> new PassReviewDue(new ReviewId(id), due));
    }

    @Bean
    DeadlineKind reviewAnswer() {
        return new DeadlineKind("audit", ReviewList.ANSWER, (id, due) -> new PassAnswerDue(new ReviewId(id), due));
    }

    @Bean
    Approvals approvals(Things things, Commands commands) {
        return new Approvals(things, commands);
    }

    @Bean
    Decider<AuthorityCommand, AuthorityEvent, AuthorityDay> authorityDays() {
        return Decider.of(
                AuthorityDayId.KIND,
                AuthorityCommand.class,
                AuthorityEvent.class,
                AuthorityDay.class,
                AuthorityDay::decide,
                AuthorityDay::after);
    }

    @Bean
    EventFamily authorityFamily() {
        return EventFamily.of("audit", AuthorityEvent.class);
    }

    @Bean
    Reviewed reviewedDecisions(Things things) {
        return new Reviewed(things);
    }

    @Bean
    IdGuard reviewGuard(Things things) {
        return IdGuard.of(
                "review",
                (id, _) -> id.startsWith("review-")
                        && things.find(Review.class, id).isPresent());
    }

    @Bean
    ProblemCodes reviewProblems() {
        return () -> List.of(
                code("review-unknown", "No such review", "Look at the list of reviews."),
                code("review-decided", "The review is over", "Nothing is left to do."),
                code("review-claimed", "Somebody else holds the case", "Take another one, or wait."),
                code("not-claimed-by-you", "You do not hold the case", "Claim it first."),
                code("no-question", "Nothing was asked", "There is nothing to answer."),
                code("not-overridable", "Nobody may override it", "Decline it, or have its cause cleared."),
                code("daily-limit-exceeded", "The day's sum is used up", "Leave it to a colleague, or until tomorrow."),
                code("own-application", "Nobody decides their own application", "Leave it to a colleague."),
                code("own-recommendation", "Nobody decides their own recommendation", "Leave it to a colleague."));
    }

    private static ProblemCode code(String code, String title, String remedy) {
        return new ProblemCode(code, 409, title, remedy);
    }
}
