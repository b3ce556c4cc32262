package tallystick.loan.api;

/** How the books saw the loan, or the money, where that changes which accounts move. Stored by name: add, never rename. */
public enum Accounting {
    /** The loss was recognised before: what is paid is a recovery, and what is taken back is lost again. */
    CHARGED_OFF,
    /** Money that had been booked as a recovery. */
    RECOVERY,
    /** Debt that had been let off. */
    FORGIVENESS,
    /** Money of a payout that came back. */
    PAYOUT_RETURN
}
