package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.Step;
import tallystick.loan.engine.TermsNotPossible;

/**
 * The terms of a loan once it is paid out: interest of each leg runs from the bank's value date, and the due dates stay as
 * agreed. A payout so late that a row would be due at once moves all of them by as many steps as it takes.
 */
final class Starting {
    private Starting() {}

    static Terms on(Terms agreed, LocalDate day, @Nullable List<Terms.Disbursement> paid) {
        var steps = steps(agreed, day);
        var payouts = paid != null
                ? paid
                : agreed.disbursements().stream()
                        .map(payout -> new Terms.Disbursement(day, payout.amount()))
                        .toList();
        return new Terms(
                agreed.principal(),
                agreed.annualRate(),
                agreed.method(),
                agreed.amortization(),
                agreed.interestPeriod(),
                agreed.dayCount(),
                agreed.every(),
                agreed.count(),
                later(agreed, agreed.firstDueDate(), steps),
                agreed.dueDates() == null
                        ? null
                        : agreed.dueDates().stream()
                                .map(due -> Step.parse(agreed.every()).after(due, steps))
                                .toList(),
                agreed.convention(),
                payouts,
                agreed.rounding(),
                agreed.fees(),
                agreed.downPayment(),
                agreed.grace(),
                agreed.penalty(),
                agreed.engine(),
                agreed.dates(),
                agreed.floating(),
                agreed.taxes(),
                agreed.installment(),
                agreed.principals(),
                agreed.earlySettlement(),
                agreed.negativeAmortization(),
                agreed.lateFee());
    }

    /** What was paid on which day; null where it is one day, and where the terms cannot be so: then all counts from the first. */
    static @Nullable List<Terms.Disbursement> payouts(Loan paid) {
        var days = new TreeMap<LocalDate, Money>();
        for (var leg : paid.legs()) {
            days.merge(Objects.requireNonNull(leg.paidOn()), leg.payee().amount(), Money::plus);
        }
        if (days.size() == 1) {
            return null;
        }
        var agreed = paid.terms();
        days.merge(days.firstKey(), keptBack(agreed, days.values()), Money::plus);
        var payouts = days.entrySet().stream()
                .map(day -> new Terms.Disbursement(day.getKey(), day.getValue()))
                .toList();
        return isPossible(paid, payouts) ? payouts : null;
    }

    private static boolean isPossible(Loan paid, List<Terms.Disbursement> payouts) {
        var first = payouts.getFirst().date();
        try {
            Standing.of(paid.activeFrom(first, on(paid.terms(), first, payouts)))
                    .on(payouts.getLast().date());
            return true;
        } catch (TermsNotPossible _) {
            return false;
        }
    }

    /** What the payees did not get, such as a fee, is lent with the first payout. */
    private static Money keptBack(Terms agreed, Collection<Money> paid) {
        var lent = agreed.disbursements().stream()
                .map(Terms.Disbursement::amount)
                .reduce(Money::plus)
                .orElseThrow();
        return paid.stream().reduce(lent, Money::minus);
    }

    private static @Nullable LocalDate later(Terms agreed, @Nullable LocalDate due, int steps) {
        return due == null ? null : Step.parse(agreed.every()).after(due, steps);
    }

    /** How many steps the first due date must move to lie behind the day. */
    private static int steps(Terms agreed, LocalDate day) {
        var first = agreed.firstDueDate() == null && agreed.dueDates() != null
                ? agreed.dueDates().getFirst()
                : agreed.firstDueDate();
        var steps = 0;
        while (first != null && !Step.parse(agreed.every()).after(first, steps).isAfter(day)) {
            steps++;
        }
        return steps;
    }
}
