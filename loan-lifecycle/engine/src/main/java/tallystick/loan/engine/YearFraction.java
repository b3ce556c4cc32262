package tallystick.loan.engine;

/** An exact part of a year. */
record YearFraction(long numerator, long denominator) {}
