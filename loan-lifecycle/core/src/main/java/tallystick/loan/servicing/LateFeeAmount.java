package tallystick.loan.servicing;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanEvent.Late;
import tallystick.loan.api.Terms;

/** How much a late fee is, on a loan that has been charged those before it. */
record LateFeeAmount(Loan is, Terms.LateFee rule) {
    record Fee(Money amount, Late late) {}

    /** Where the contract asks for as much as before, the cap allows as much. */
    Fee again(Charge told, Money left) {
        var late = Objects.requireNonNull(told.late());
        return late.cap() == null && asked(left).equals(late.asked())
                ? new Fee(told.amount(), late) // What was left may have changed: nothing follows from it.
                : of(late.row(), left, told.date());
    }

    Fee of(LocalDate row, Money left, LocalDate day) {
        var asked = asked(left);
        var cap = asked.isZero() ? null : RealCost.cap(is).orElse(null);
        var allowed = cap == null ? asked : RealCost.check(is, cap, day).allowed(asked, day);
        return new Fee(allowed, new Late(row, left, asked, cap == null || allowed.equals(asked) ? null : cap.id()));
    }

    /** What the contract says, within its bounds. */
    Money asked(Money left) {
        if (left.isZero()) {
            return left;
        }
        var fee = rule.fraction() == null
                ? Objects.requireNonNull(rule.amount())
                : left.times(rule.fraction(), RoundingMode.HALF_UP);
        var ofRow = rule.perRow() == null ? fee : fee.min(rule.perRow());
        return rule.perLoan() == null
                ? ofRow
                : ofRow.min(rule.perLoan().minus(charged()).max(is.zero()));
    }

    private Money charged() {
        return is.charges().stream()
                .filter(Charge::isLateFee)
                .map(Charge::amount)
                .reduce(is.zero(), Money::plus);
    }
}
