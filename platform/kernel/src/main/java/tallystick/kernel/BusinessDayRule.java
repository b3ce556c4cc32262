package tallystick.kernel;

/** What becomes of a date that is no business day. Modified rules never leave the month: they turn round instead. */
public enum BusinessDayRule {
    NONE,
    FOLLOWING,
    MODIFIED_FOLLOWING,
    PRECEDING,
    MODIFIED_PRECEDING
}
