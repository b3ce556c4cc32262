package tallystick.loan.engine;

/** Whether interest counts days, or whole periods as equal parts of a year. */
public enum InterestPeriod {
    DAILY,
    PER_PERIOD
}
