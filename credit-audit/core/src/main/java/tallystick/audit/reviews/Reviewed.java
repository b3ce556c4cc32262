package tallystick.audit.reviews;

import java.util.Optional;
import tallystick.audit.api.ReviewEvent.QuestionAsked;
import tallystick.audit.api.ReviewEvent.ReviewDecided;
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
        return decided(audit, decision).map(ReviewView.Said::of);
    }

    /** The same as it is stored. */
    public Optional<ReviewDecided> decided(AuditId audit, int decision) {
        return found(audit, decision).map(Review::decided);
    }

    /** What the applicant was asked to bring; empty where nothing is waited for. */
    public Optional<QuestionAsked> waitsFor(AuditId audit, int decision) {
        return found(audit, decision).flatMap(Review::waitsFor);
    }

    private Optional<Review> found(AuditId audit, int decision) {
        return things.find(Review.class, review(audit, decision).value()).map(Decided::state);
    }
}
