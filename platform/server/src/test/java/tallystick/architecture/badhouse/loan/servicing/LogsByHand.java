package tallystick.architecture.badhouse.loan.servicing;

import java.util.logging.Logger;

public interface LogsByHand {
    Logger known();
}
