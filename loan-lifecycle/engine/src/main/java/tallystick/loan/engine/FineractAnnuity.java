package tallystick.loan.engine;

import java.math.BigDecimal;
import java.util.List;

/**
 * Fineract's equal instalment of progressive schedules: from whole-period factors of twelve digits, then one attempt to
 * bring the last instalment nearer to the others.
 */
final class FineractAnnuity implements PrincipalRule {
    private final InterestRule interest;
    private final Rounding rounding;
    private long installment;

    FineractAnnuity(InterestRule interest, Rounding rounding) {
        this.interest = interest;
        this.rounding = rounding;
    }

    @Override
    public void plan(Rest rest) {
        var planned = planned(rest);
        var difference = lastMinusOthers(rest, planned);
        installment = planned;
        var rows = rest.periods().size();
        // Their threshold: one hundred times the difference in major units is the difference in minor ones.
        if (rows > 1 && Math.abs(difference) > rows / 2) {
            var smoother = planned + step(difference, rows);
            if (Math.abs(lastMinusOthers(rest, smoother)) < Math.abs(difference)) {
                installment = smoother;
            }
        }
    }

    private long planned(Rest rest) {
        var growth = BigDecimal.ONE;
        var ones = BigDecimal.ZERO;
        for (var period : rest.periods()) {
            var factor = BigDecimal.ONE.add(interest.factor(period, period.from(), period.due()));
            growth = growth.multiply(factor, FineractInterest.DIGITS);
            ones = ones.multiply(factor, FineractInterest.DIGITS).add(BigDecimal.ONE, FineractInterest.DIGITS);
        }
        return rounding.installment(growth.multiply(BigDecimal.valueOf(rest.balanceUnits()), FineractInterest.DIGITS)
                .divide(ones, FineractInterest.DIGITS));
    }

    private long step(long difference, int rows) {
        return rounding.installment(
                BigDecimal.valueOf(difference).divide(BigDecimal.valueOf(rows), FineractInterest.DIGITS));
    }

    private long lastMinusOthers(Rest rest, long each) {
        var balance = rest.balanceUnits();
        var segments = rest.segments();
        for (var period : rest.periods()) {
            if (period.nr() > rest.first().nr()) {
                segments = List.of(new Segment(period.from(), period.due(), balance));
            }
            var due = interest.of(period, segments);
            if (period.isLast()) {
                return balance + due - each;
            }
            balance -= each - due;
        }
        return 0;
    }

    @Override
    public long of(long interestUnits) {
        return Math.max(0, installment - interestUnits);
    }
}
