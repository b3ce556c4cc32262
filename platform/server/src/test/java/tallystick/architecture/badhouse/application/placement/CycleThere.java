package tallystick.architecture.badhouse.application.placement;

import tallystick.architecture.badhouse.application.offers.CycleHere;

public interface CycleThere {
    CycleHere known();
}
