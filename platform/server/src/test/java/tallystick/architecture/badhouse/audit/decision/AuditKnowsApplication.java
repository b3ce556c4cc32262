package tallystick.architecture.badhouse.audit.decision;

import tallystick.architecture.badhouse.application.intake.Intake;

public interface AuditKnowsApplication {
    Intake known();
}
