package tallystick.runtime.operations;

/** One run of long work, as the one who does it sees it. */
public interface Work {
    String operation();

    /** What the operation was started with. */
    String input();

    /** Who started it. */
    String by();

    /** The last point told to {@link #report}; empty when the work is new. */
    String reached();

    /**
     * Tells how far the work is. Also the place where a cancelled or lost run ends: it throws, and the work must let it
     * through.
     *
     * @param reached where to go on after a crash
     */
    void report(long done, long total, String reached);
}
