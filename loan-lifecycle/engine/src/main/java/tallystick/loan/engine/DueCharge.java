package tallystick.loan.engine;

import java.time.LocalDate;

/** A charge on a row, which may fall due before the row does. */
record DueCharge(Component component, LocalDate due, long units) {}
