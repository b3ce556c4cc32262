package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The periods of a loan, one for each instalment. */
final class Periods {
    private Periods() {}

    static List<Period> of(LoanTerms terms) {
        var last = terms.dueDates().size();
        var periods = new ArrayList<Period>(last);
        var from = begin(terms);
        for (var due : terms.dueDates()) {
            periods.add(new Period(periods.size() + 1, last, from, due));
            from = due;
        }
        return periods;
    }

    /** With us a period starts with its payout; with Fineract a whole step before its due date, if that is earlier. */
    private static LocalDate begin(LoanTerms terms) {
        var start = terms.start();
        if (terms.convention() == Convention.STANDARD) {
            return start;
        }
        var first = terms.dueDates().getFirst();
        var whole = terms.every().after(first, -1);
        return first.equals(terms.every().after(start, 1)) || start.isBefore(whole) ? start : whole;
    }
}
