package tallystick.loan.servicing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.Step;

/**
 * The terms of a loan once it is paid out: interest runs from the bank's value date, and the due dates stay as agreed.
 * A payout so late that a row would be due at once moves all of them by as many steps as it takes.
 */
final class Starting {
    private Starting() {}

    static Terms on(Terms agreed, LocalDate day) {
        var steps = steps(agreed, day);
        var payouts = agreed.disbursements().stream()
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
                agreed.negativeAmortization());
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
