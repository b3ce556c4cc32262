package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The time between two due dates, cut where money is paid out inside it. */
record Periods(LoanTerms terms, MathContext precision) {
    /** A stretch without a payout inside; money paid out at its start is in {@code paidOut}. */
    record Stretch(LocalDate from, LocalDate to, BigDecimal paidOut) {}

    LocalDate start(int row) {
        return row == 0 ? terms.start() : terms.due().get(row - 1);
    }

    LocalDate end(int row) {
        return terms.due().get(row);
    }

    List<Stretch> stretches(int row) {
        var cuts = new ArrayList<Stretch>();
        var from = start(row);
        var paidOut = BigDecimal.ZERO;
        for (var payout : terms.disbursements()) {
            if (!within(payout.date(), row)) {
                continue;
            }
            if (payout.date().isAfter(from)) {
                cuts.add(new Stretch(from, payout.date(), paidOut));
                from = payout.date();
                paidOut = BigDecimal.ZERO;
            }
            paidOut = paidOut.add(payout.amount());
        }
        cuts.add(new Stretch(from, end(row), paidOut));
        return cuts;
    }

    /** A payout on a due date belongs to the row behind it. */
    boolean within(LocalDate date, int row) {
        return !date.isBefore(start(row)) && date.isBefore(end(row));
    }

    /** Interest on one unit of balance over a stretch. */
    BigDecimal factor(LocalDate from, LocalDate to) {
        return terms.annualRate().multiply(terms.dayCount().between(from, to, precision), precision);
    }

    /** Interest on one unit of balance over a whole row. */
    BigDecimal factor(int row) {
        return factor(start(row), end(row));
    }
}
