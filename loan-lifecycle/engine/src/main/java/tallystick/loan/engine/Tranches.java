package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tallystick.kernel.Money;

/**
 * The terms as they count from one payout to the next: what is not paid out yet is not owed. Fineract's older schedules
 * share all money out over the rows as the last payout left them.
 */
final class Tranches {
    private final LoanTerms terms;
    private final Deque<LocalDate> days;

    Tranches(LoanTerms terms) {
        this.terms = terms;
        days = new ArrayDeque<>(1);
        if (terms.convention() != Convention.FINERACT_CUMULATIVE) {
            terms.disbursements().stream().map(Disbursement::date).distinct().forEach(days::add);
            days.removeFirst();
        }
    }

    private Tranches(LoanTerms terms, Deque<LocalDate> days) {
        this.terms = terms;
        this.days = days;
    }

    Tranches copy() {
        return new Tranches(terms, new ArrayDeque<>(days));
    }

    /** Before any later payout. */
    LoanTerms first() {
        return days.isEmpty() ? terms : before(days.getFirst());
    }

    boolean isNextThrough(LocalDate day) {
        return !days.isEmpty() && !days.getFirst().isAfter(day);
    }

    /** With the next payout. */
    LoanTerms next() {
        days.removeFirst();
        return first();
    }

    private LoanTerms before(LocalDate day) {
        var paidOut = terms.disbursements().stream()
                .filter(payout -> payout.date().isBefore(day))
                .toList();
        var draft = TermsDraft.of(terms).disbursements(paidOut);
        if (terms.amortization() == Amortization.CUSTOM) {
            draft.agreed(Agreed.principals(firstOf(paidOut)));
        }
        return draft.terms();
    }

    /** Of the principals that were agreed the first ones, as far as the money goes. */
    private List<Money> firstOf(List<Disbursement> paidOut) {
        var left = Money.zero(terms.currency());
        for (var payout : paidOut) {
            left = left.plus(payout.amount());
        }
        var first = new ArrayList<Money>();
        for (var agreed : terms.agreed().principals()) {
            var part = agreed.min(left);
            first.add(part);
            left = left.minus(part);
        }
        return first;
    }
}
