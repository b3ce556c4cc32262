package tallystick.loan.api;

/**
 * What a day close did, or would do.
 *
 * @param dues loans of which something fell due
 * @param postings lines written by the close itself
 */
public record DayCounts(
        long dues, long lateFees, long bucketChanges, long debitsInstructed, long offersExpired, long postings) {
    public static final DayCounts NONE = new DayCounts(0, 0, 0, 0, 0, 0);

    public DayCounts plus(DayCounts other) {
        return new DayCounts(
                dues + other.dues,
                lateFees + other.lateFees,
                bucketChanges + other.bucketChanges,
                debitsInstructed + other.debitsInstructed,
                offersExpired + other.offersExpired,
                postings + other.postings);
    }
}
