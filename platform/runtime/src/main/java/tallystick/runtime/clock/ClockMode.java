package tallystick.runtime.clock;

/** Which clock the process runs on. */
public enum ClockMode {
    /** The machine's own time. */
    SYSTEM,
    /** Can be moved forward by hand, for tests and demonstrations; only on loopback. */
    ADJUSTABLE
}
