package tallystick.architecture.badhouse.application.intake;

import tallystick.architecture.badhouse.bench.Bench;

public interface ApplicationKnowsBench {
    Bench known();
}
