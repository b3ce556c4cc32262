package tallystick.loan.engine;

import java.time.LocalDate;

/** How much of the planned interest is earned by a day. */
interface Earning {
    /** What is earned through a day and in no row that is due by then. */
    long accrued(LocalDate through);

    /** @param waiting what was earned before the schedule starts, and is paid with its first row */
    static Earning of(LoanTerms terms, Schedule schedule, long waiting) {
        if (terms.method() != Method.FLAT) {
            return new EarnedOnBalance(terms, schedule, waiting);
        }
        return terms.rebate() == Rebate.ACTUARIAL ? new EarnedAtOwnRate(schedule) : new EarnedInParts(terms, schedule);
    }
}
