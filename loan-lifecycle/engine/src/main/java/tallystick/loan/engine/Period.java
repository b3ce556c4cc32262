package tallystick.loan.engine;

import java.time.LocalDate;

/**
 * What lies between two due dates.
 *
 * @param last the number of the loan's last period, counted like its own from 1
 * @param days counted once, as each rule asks for them
 */
record Period(int nr, int last, LocalDate from, LocalDate due, long days) {
    Period(int nr, int last, LocalDate from, LocalDate due) {
        this(nr, last, from, due, daysBetween(from, due));
    }

    static long daysBetween(LocalDate from, LocalDate to) {
        return to.toEpochDay() - from.toEpochDay();
    }

    boolean isLast() {
        return nr == last;
    }

    /** A payout on a due date belongs to the period after it. */
    boolean holds(LocalDate date) {
        return date.isBefore(due) && !date.isBefore(from);
    }

    /** Whether a payout falls into it. On Fineract's older schedules one on a due date comes before that row. */
    boolean opens(LocalDate payout, Convention convention) {
        return holds(payout) || (convention == Convention.FINERACT_CUMULATIVE && payout.equals(due));
    }

    /** Of dates in it: mostly its own. */
    long daysOf(LocalDate start, LocalDate end) {
        return start.equals(from) && end.equals(due) ? days : daysBetween(start, end);
    }
}
