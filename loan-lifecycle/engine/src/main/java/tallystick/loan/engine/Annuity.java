package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The same instalment in every row: what the balances grow to by the end, over what ones paid in every row grow to.
 * Periods may have different lengths.
 */
final class Annuity implements PrincipalRule {
    private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_EVEN);

    private final Rounding rounding;
    private final long least;
    private long installment;

    Annuity(LoanTerms terms) {
        rounding = terms.rounding();
        least = terms.negativeAmortization() ? Long.MIN_VALUE : 0;
    }

    @Override
    public void plan(Rest rest) {
        var owed = BigDecimal.valueOf(rest.balanceUnits() + rest.waitingUnits())
                .add(rest.interest().exact(rest.first(), rest.segments()));
        installment = rounding.installment(
                Discount.installment(owed, rest.periods(), rest.interest()).orElseGet(() -> exact(rest, owed)));
    }

    private BigDecimal exact(Rest rest, BigDecimal owedFirst) {
        var owed = owedFirst;
        var ones = BigDecimal.ONE;
        for (var period : rest.periods().subList(1, rest.periods().size())) {
            var growth = BigDecimal.ONE.add(rest.interest().factor(period, period.from(), period.due()));
            owed = owed.multiply(growth, DIGITS);
            ones = ones.multiply(growth, DIGITS).add(BigDecimal.ONE);
        }
        return owed.divide(ones, DIGITS);
    }

    @Override
    public long of(Period period, long interestUnits) {
        return Math.max(least, installment - interestUnits);
    }
}
