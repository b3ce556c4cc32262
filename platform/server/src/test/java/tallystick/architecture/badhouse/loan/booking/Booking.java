package tallystick.architecture.badhouse.loan.booking;

public interface Booking {}
