package tallystick.architecture.badhouse.application.intake;

import tallystick.architecture.badhouse.loan.booking.Booking;

public interface ApplicationKnowsLoan {
    Booking known();
}
