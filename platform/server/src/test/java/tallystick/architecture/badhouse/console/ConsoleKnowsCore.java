package tallystick.architecture.badhouse.console;

import tallystick.architecture.badhouse.loan.booking.Booking;

public interface ConsoleKnowsCore {
    Booking known();
}
