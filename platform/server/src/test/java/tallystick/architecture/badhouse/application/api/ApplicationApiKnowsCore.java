package tallystick.architecture.badhouse.application.api;

import tallystick.architecture.badhouse.application.intake.Intake;

public interface ApplicationApiKnowsCore {
    Intake known();
}
