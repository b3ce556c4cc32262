package tallystick.loan.engine;

/**
 * Rows at the start that are spared.
 *
 * @param principal rows without principal
 * @param interest rows whose interest is paid with the first row after them
 * @param interestFree rows that bear no interest
 */
public record Grace(int principal, int interest, int interestFree) {
    public static final Grace NONE = new Grace(0, 0, 0);

    /** What is left of it after some rows. */
    Grace after(int rows) {
        return new Grace(Math.max(0, principal - rows), Math.max(0, interest - rows), Math.max(0, interestFree - rows));
    }
}
