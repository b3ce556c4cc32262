package tallystick.audit.reviews;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.application.api.ApplicationEvent.ApplicationWithdrawn;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.Finding;
import tallystick.audit.api.Outcome;
import tallystick.audit.api.ReviewCommand.CloseReview;
import tallystick.audit.api.ReviewCommand.OpenReview;
import tallystick.audit.api.ReviewEvent.ReviewDecided;
import tallystick.audit.api.ReviewId;
import tallystick.kernel.Money;
import tallystick.runtime.decide.Commands;

/** Opens a review for a referred decision, and closes it when the application ends meanwhile. */
public class Referral {
    /** How long a case may wait; counted in the working queue. */
    private static final Duration DUE = Duration.ofHours(4);

    private String review = "";

    @StartSaga
    @SagaEventHandler(associationProperty = "application")
    public void on(AuditDecided event, Commands commands, InstantSource clock) {
        if (event.outcome() != Outcome.REFER) {
            SagaLifecycle.end();
            return;
        }
        review = Reviewed.review(event.audit(), event.nr()).value();
        commands.sendAndWait(new OpenReview(
                new ReviewId(review),
                event.application(),
                event.audit(),
                event.nr(),
                event.officer(),
                exposure(event),
                event.grade(),
                event.asked().amount(),
                event.annualRate(),
                CaseHash.of(event),
                event.at().plus(DUE),
                clock.instant(),
                event.kind(),
                event.gaps(),
                event.asked().jurisdiction(),
                against(event)));
    }

    private static List<String> against(AuditDecided event) {
        return event.findings().stream()
                .filter(finding -> finding.severity() != Finding.Severity.INFO)
                .map(Finding::code)
                .distinct()
                .toList();
    }

    private static Money exposure(AuditDecided event) {
        var exposure = event.exposure();
        return exposure == null ? event.asked().amount() : exposure;
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "application")
    public void on(ReviewDecided event) {}

    @EndSaga
    @SagaEventHandler(associationProperty = "application")
    public void on(ApplicationWithdrawn event, Commands commands, InstantSource clock) {
        commands.sendAndWait(new CloseReview(new ReviewId(review), "the application was withdrawn", clock.instant()));
    }
}
