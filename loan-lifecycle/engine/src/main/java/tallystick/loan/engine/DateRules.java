package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.List;

/** How the dates of terms must follow each other. */
final class DateRules {
    /** Fifty years of weeks, and a hundred of months. */
    static final int MOST_ROWS = 2600;

    private DateRules() {}

    static void check(List<Disbursement> disbursements, List<LocalDate> dueDates) {
        if (dueDates.isEmpty() || dueDates.size() > MOST_ROWS) {
            throw new TermsNotPossible("count", "must be from 1 to " + MOST_ROWS, Integer.toString(dueDates.size()));
        }
        var before = disbursements.getFirst().date();
        var name = "the first disbursement ";
        for (var i = 0; i < dueDates.size(); i++) {
            var due = dueDates.get(i);
            if (!due.isAfter(before)) {
                throw new TermsNotPossible("dueDates/" + i, "must be after " + name + before, due.toString());
            }
            before = due;
            name = "the due date before it ";
        }
        payoutsBefore(dueDates.getLast(), disbursements);
    }

    private static void payoutsBefore(LocalDate end, List<Disbursement> disbursements) {
        for (var i = 0; i < disbursements.size(); i++) {
            var date = disbursements.get(i).date();
            if (!date.isBefore(end)) {
                throw new TermsNotPossible(
                        "disbursements/%d/date".formatted(i),
                        "must be before the last due date " + end,
                        date.toString());
            }
        }
    }
}
