package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The rules that dates, amounts and rate obey together. */
record TermsCheck(BigDecimal annualRate, List<LocalDate> due, List<Disbursement> disbursements) {
    private static final BigDecimal HIGHEST = BigDecimal.TEN;

    void run() {
        rate();
        payouts();
        dates();
    }

    private void rate() {
        if (annualRate.signum() < 0 || annualRate.compareTo(HIGHEST) > 0) {
            throw new TermsRefused(
                    "annualRate", "out-of-range", "a fraction of a year from 0 to 10", annualRate.toPlainString());
        }
    }

    private void payouts() {
        if (disbursements.isEmpty()) {
            throw new TermsRefused("disbursements", "required", "at least one payout", "none");
        }
        disbursements.stream().filter(payout -> payout.amount().signum() <= 0).forEach(payout -> {
            throw new TermsRefused(
                    "disbursements",
                    "not-positive",
                    "amounts above zero",
                    payout.amount().toPlainString());
        });
    }

    private void dates() {
        if (due.isEmpty() || due.size() > LoanTerms.MOST_ROWS) {
            throw new TermsRefused("count", "out-of-range", "1 to " + LoanTerms.MOST_ROWS, "" + due.size());
        }
        var start = disbursements.getFirst().date();
        if (!due.getFirst().isAfter(start)) {
            throw new TermsRefused(
                    "firstDueDate",
                    "not-after-disbursement",
                    "after the first disbursement " + start,
                    due.getFirst().toString());
        }
        for (var n = 1; n < due.size(); n++) {
            if (!due.get(n).isAfter(due.get(n - 1))) {
                throw new TermsRefused(
                        "dueDates",
                        "not-in-order",
                        "after the date before, " + due.get(n - 1),
                        due.get(n).toString());
            }
        }
        if (!disbursements.getLast().date().isBefore(due.getLast())) {
            throw new TermsRefused(
                    "disbursements",
                    "after-last-due",
                    "before the last due date " + due.getLast(),
                    disbursements.getLast().date().toString());
        }
    }
}
