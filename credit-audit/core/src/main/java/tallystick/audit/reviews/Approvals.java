package tallystick.audit.reviews;

import java.time.LocalDate;
import java.time.ZoneOffset;
import tallystick.audit.api.AuthorityCommand.UseAuthority;
import tallystick.audit.api.AuthorityDayId;
import tallystick.audit.api.Outcome;
import tallystick.audit.api.ReviewCommand.DecideReview;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Things;

/** Keeps what a person approves on one day, as UTC has it, within the sum of their roles. */
record Approvals(Things things, Commands commands) {
    /**
     * Takes a yes off the day before it is said. A decision that would be refused anyway takes nothing; one that loses its
     * case in this very moment has taken it in vain, which errs on the safe side.
     */
    DecideReview within(DecideReview decision) {
        var review = things.find(Review.class, decision.target().value())
                .orElseThrow()
                .state();
        if (decision.outcome() == Outcome.APPROVE
                && !Review.decide(decision, review).isEmpty()) {
            var amount = review.opened().amount();
            var day = AuthorityDayId.of(decision.by(), LocalDate.ofInstant(decision.at(), ZoneOffset.UTC));
            DailyLimits.of(decision.roles(), amount)
                    .ifPresent(most -> commands.send(
                            new UseAuthority(day, decision.target(), amount, most, decision.at()),
                            Origin.of(decision.by())));
        }
        return decision;
    }
}
