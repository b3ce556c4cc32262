package tallystick.runtime.calendar;

/** What becomes of occurrences that came while no node could run them. */
public enum Missed {
    /** Forgotten: the next one does the same work. For sweeps. */
    SKIP,
    /** Made up for by one run at once. For work that a date depends on. */
    RUN_ONCE
}
