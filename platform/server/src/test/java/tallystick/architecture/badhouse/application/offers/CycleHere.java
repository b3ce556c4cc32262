package tallystick.architecture.badhouse.application.offers;

import tallystick.architecture.badhouse.application.placement.CycleThere;

public interface CycleHere {
    CycleThere known();
}
