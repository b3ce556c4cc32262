package tallystick.loan.engine;

import java.time.LocalDate;

/** A part of a period in which the balance stays the same. */
record Segment(LocalDate from, LocalDate to, long balanceUnits) {}
