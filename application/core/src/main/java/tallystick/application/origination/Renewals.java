package tallystick.application.origination;

import tallystick.application.api.ApplicationEvent.AuditRenewed;
import tallystick.application.lifecycle.Application;
import tallystick.audit.api.Asked;
import tallystick.audit.api.AuditCommand.OpenAudit;
import tallystick.runtime.decide.Things;

/** Asks for the audit once more, for the same that was handed in, with the facts of now. */
public final class Renewals {
    private final Things things;

    Renewals(Things things) {
        this.things = things;
    }

    OpenAudit openAudit(AuditRenewed event) {
        var application = things.find(Application.class, event.application().value())
                .orElseThrow()
                .state();
        var handedIn = application.submitted();
        var asked = new Asked(
                handedIn.product(),
                handedIn.productVersion(),
                handedIn.agreement().jurisdiction(),
                handedIn.amount(),
                handedIn.count(),
                handedIn.agreement().every(),
                application.draft().channel(),
                application.draft().purpose());
        return new OpenAudit(
                event.audit(),
                event.application(),
                handedIn.applicant(),
                application.officer(),
                asked,
                handedIn.facts(),
                event.at());
    }
}
