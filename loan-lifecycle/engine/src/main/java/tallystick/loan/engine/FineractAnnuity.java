package tallystick.loan.engine;

import java.math.BigDecimal;
import java.util.List;

/**
 * Fineract's equal instalment of progressive schedules: from whole-period factors of twelve digits, then some attempts
 * to bring the last instalment nearer to the others, each kept only if it does.
 */
final class FineractAnnuity implements PrincipalRule {
    private final Rounding rounding;
    private final int attempts;
    private long installment;

    FineractAnnuity(Rounding rounding, int attempts) {
        this.rounding = rounding;
        this.attempts = attempts;
    }

    @Override
    public void plan(Rest rest) {
        installment = planned(rest);
        var difference = lastMinusOthers(rest, installment);
        var rows = rest.periods().size();
        for (var attempt = 0; attempt < attempts && isWorthIt(difference, rows); attempt++) {
            var smoother = installment + step(difference, rows);
            var remaining = lastMinusOthers(rest, smoother);
            if (Math.abs(remaining) >= Math.abs(difference)) {
                return;
            }
            installment = smoother;
            difference = remaining;
        }
    }

    /** Their threshold: one hundred times the difference in major units is the difference in minor ones. */
    private static boolean isWorthIt(long difference, int rows) {
        return rows > 1 && Math.abs(difference) > rows / 2;
    }

    private long planned(Rest rest) {
        var growth = BigDecimal.ONE;
        var ones = BigDecimal.ZERO;
        for (var period : rest.periods()) {
            var factor = BigDecimal.ONE.add(rest.interest().factor(period, period.from(), period.due()));
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
            var due = rest.interest().of(period, segments);
            if (period.isLast()) {
                return balance + due - each;
            }
            balance -= each - due;
        }
        return 0;
    }

    @Override
    public long of(Period period, long interestUnits) {
        return Math.max(0, installment - interestUnits);
    }
}
