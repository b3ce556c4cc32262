package tallystick.audit.reviews;

import java.util.Optional;
import tallystick.audit.api.ReviewId;
import tallystick.kernel.AuditId;
import tallystick.kernel.Ids;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;

/** What a person said about a referred decision. */
public record Reviewed(Things things) {
    /** The review that a referred decision opens. */
    static ReviewId review(AuditId audit, int decision) {
        return new ReviewId(Ids.derived(ReviewId.KIND, audit.value(), Integer.toString(decision)));
    }

    /** Empty until somebody has decided. */
    public Optional<ReviewView.Said> of(AuditId audit, int decision) {
        return things.find(Review.class, review(audit, decision).value())
                .map(Decided::state)
                .flatMap(review -> Optional.ofNullable(ReviewView.Said.of(review.decided())));
    }
}
