package tallystick.loan.engine;

/** How much of flat interest is earned when a loan ends before its time; the rest is not charged. */
public enum Rebate {
    /** What the rows yield at their own rate on the balance: what a loan with interest on the balance would have earned. */
    ACTUARIAL,
    /** Each row's interest day by day. */
    LINEAR,
    /**
     * The rule of 78: of n rows the first earns n parts, the last one part. It favours the lender, and is lawful in few
     * places: in the United States on no loan of more than 61 months (15 U.S.C. 1615 (b)).
     */
    SUM_OF_DIGITS
}
