package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The due dates of a loan that follow a step. */
public final class DueDates {
    private DueDates() {}

    public static List<LocalDate> of(LocalDate start, @Nullable LocalDate first, Step every, int count) {
        return of(start, first, every, count, DueDays.ANNIVERSARY);
    }

    /**
     * Counted from the start where the first one lies a step after it, so that 28 February goes back to 31 March;
     * otherwise from the first.
     */
    public static List<LocalDate> of(LocalDate start, @Nullable LocalDate first, Step every, int count, DueDays days) {
        days.check(every);
        var begin = first == null ? days.first(start, every) : first;
        if (begin == null || begin.equals(every.after(start, 1))) {
            return steps(start, 1, every, count, days);
        }
        if (!begin.isAfter(start)) {
            throw new TermsNotPossible(
                    "firstDueDate", "must be after the first disbursement " + start, begin.toString());
        }
        return steps(begin, 0, every, count, days);
    }

    private static List<LocalDate> steps(LocalDate start, int firstStep, Step every, int count, DueDays days) {
        if (count < 1 || count > DateRules.MOST_ROWS) {
            throw new TermsNotPossible("count", "must be from 1 to " + DateRules.MOST_ROWS, Integer.toString(count));
        }
        var dates = new ArrayList<LocalDate>(count);
        for (var step = firstStep; step < firstStep + count; step++) {
            dates.add(days.on(every.after(start, step)));
        }
        return dates;
    }
}
