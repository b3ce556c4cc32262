package tallystick.runtime.audit;

/**
 * Something that waits for nothing.
 *
 * @param missing what it lacks, in words
 */
record Finding(String id, String missing) {
    static Finding of(String id, boolean liveSaga, boolean futureDeadline) {
        if (!liveSaga && !futureDeadline) {
            return new Finding(id, "no live saga, no future deadline");
        }
        return new Finding(id, liveSaga ? "no future deadline" : "no live saga");
    }
}
