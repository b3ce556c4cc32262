package tallystick.architecture.badhouse.reference;

import tallystick.architecture.badhouse.loan.booking.Booking;

public interface ReferenceKnowsLoan {
    Booking known();
}
