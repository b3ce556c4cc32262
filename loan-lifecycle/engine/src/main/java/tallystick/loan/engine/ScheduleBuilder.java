package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tallystick.kernel.Money;

/** Goes through the periods of a loan: pays out, lets the rules say interest and principal, and keeps the balance. */
final class ScheduleBuilder {
    private final LoanTerms terms;
    private final List<Period> periods;
    private final InterestRule interest;
    private final PrincipalRule principal;
    private final Deque<Disbursement> payouts;
    private final List<Row> rows;
    /** Of a period into which money was paid out; empty where the balance stays what it is. */
    private final List<Segment> segments = new ArrayList<>(0);

    private final FeePlan fees;
    private long balance;
    private long deferred;
    private long waiting;
    private int nr;

    private ScheduleBuilder(LoanTerms terms, long waiting) {
        this.terms = terms;
        this.waiting = waiting;
        periods = Periods.of(terms);
        interest = InterestRule.of(terms);
        principal = PrincipalRule.of(terms);
        payouts = new ArrayDeque<>(terms.disbursements());
        rows = new ArrayList<>(periods.size() + 2 * payouts.size());
        fees = new FeePlan(terms);
    }

    static Schedule of(LoanTerms terms) {
        return of(terms, 0);
    }

    /** @param waiting interest of days before the first payout, paid with the first row */
    static Schedule of(LoanTerms terms, long waiting) {
        var builder = new ScheduleBuilder(terms, waiting);
        for (var period : builder.periods) {
            if (!builder.isPaid()) {
                builder.add(period);
            }
        }
        return new Schedule(terms.currency(), builder.rows);
    }

    /** An agreed instalment may pay the loan before its last row. */
    private boolean isPaid() {
        return terms.amortization() == Amortization.FIXED_INSTALLMENT && nr > 0 && balance == 0 && payouts.isEmpty();
    }

    private void add(Period period) {
        var paidOut = open(period);
        if (paidOut || isFirstAfterGrace(period) || isReset(period)) {
            plan(period);
        }
        var accrued = (period.nr() > terms.grace().interestFree() ? interest(period) : 0) + waiting;
        waiting = 0;
        var part = principalOf(period, accrued);
        var due = dueInterest(period, accrued, Math.max(0, -part));
        if (terms.negativeAmortization() && deferred > 0) {
            capitalize(period);
        }
        var paid = Math.max(0, part);
        balance -= paid;
        add(
                RowType.INSTALLMENT,
                period.from(),
                period.due(),
                new Parts(terms.currency(), paid, due, fees.withRow(due), 0));
    }

    /** Then the balance is the one that the rows to come pay. */
    private boolean isFirstAfterGrace(Period period) {
        var grace = terms.grace();
        return period.nr() == grace.principal() + 1
                || (terms.negativeAmortization() && period.nr() == grace.interest() + 1);
    }

    /** What was not paid becomes principal on the day of the row. */
    private void capitalize(Period period) {
        var unpaid = deferred;
        deferred = 0;
        balance += unpaid;
        RateRules.room(
                Money.ofMinor(terms.currency(), balance),
                terms.annualRate(),
                terms.rates(),
                period.due(),
                terms.dueDates().getLast());
        rows.add(new Row(0, RowType.CAPITALIZED, period.due(), period.due(), Parts.none(terms.currency()), unpaid));
    }

    private long interest(Period period) {
        return segments.isEmpty() ? interest.of(period, balance) : interest.of(period, segments);
    }

    /** Whether the rate is another than in the period before. */
    private boolean isReset(Period period) {
        return period.nr() > 1 && interest.changes(periods.get(period.nr() - 2).from(), period.from());
    }

    /** Pays out what falls into the period, and cuts it into parts of one balance each. */
    private boolean open(Period period) {
        segments.clear();
        var from = period.from();
        var changed = false;
        while (!payouts.isEmpty() && period.opens(payouts.getFirst().date(), terms.convention())) {
            var payout = payouts.removeFirst();
            if (payout.date().isAfter(from)) {
                segments.add(new Segment(from, payout.date(), balance));
                from = payout.date();
            }
            payOut(payout);
            changed = true;
        }
        if (!segments.isEmpty()) {
            segments.add(new Segment(from, period.due(), balance));
        }
        return changed;
    }

    private void payOut(Disbursement payout) {
        var first = rows.isEmpty();
        var amount = Units.of(payout.amount()) + (first ? fees.financed() : 0);
        var deducted = new Parts(terms.currency(), 0, 0, first ? fees.deducted() + fees.financed() : 0, 0);
        rows.add(new Row(0, RowType.PAYOUT, payout.date(), payout.date(), deducted, amount));
        balance += amount;
        if (terms.downPayment().signum() > 0) {
            var down = downPayment(amount);
            balance -= down;
            add(RowType.DOWN_PAYMENT, payout.date(), payout.date(), new Parts(terms.currency(), down, 0, 0, 0));
        }
        if (first && fees.apart() > 0) {
            add(RowType.FEE, payout.date(), payout.date(), new Parts(terms.currency(), 0, 0, fees.apart(), 0));
        }
    }

    private long downPayment(long amount) {
        return terms.rounding()
                .installment(
                        BigDecimal.valueOf(amount).multiply(terms.downPayment()).movePointLeft(2));
    }

    private void plan(Period period) {
        var rest = new Rest(
                periods.subList(period.nr() - 1, periods.size()),
                segments.isEmpty() ? List.of(new Segment(period.from(), period.due(), balance)) : List.copyOf(segments),
                balance,
                waiting,
                interest.knownOn(period.from()));
        principal.plan(rest.after(terms.grace().principal()));
    }

    private long principalOf(Period period, long accrued) {
        if (period.isLast()) {
            return balance;
        }
        return period.nr() <= terms.grace().principal() ? 0 : Math.min(balance, principal.of(period, accrued));
    }

    /** Interest of spared rows waits for the first row after them; so does what an instalment falls short of. */
    private long dueInterest(Period period, long accrued, long shortOf) {
        var spared = terms.amortization() == Amortization.BULLET
                ? period.last() - 1
                : terms.grace().interest();
        deferred += accrued;
        if (period.nr() <= spared) {
            return 0;
        }
        var due = deferred - shortOf;
        deferred = shortOf;
        return due;
    }

    private void add(RowType type, LocalDate from, LocalDate due, Parts parts) {
        nr++;
        rows.add(new Row(nr, type, from, due, parts, balance));
    }
}
