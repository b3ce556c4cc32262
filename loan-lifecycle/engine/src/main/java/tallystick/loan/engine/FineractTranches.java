package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;

/** The same part of each payout in every row after it, whatever earlier payouts gave the row. */
final class FineractTranches implements PrincipalRule {
    private final Rounding rounding;
    private long each;
    private long left;

    FineractTranches(Rounding rounding) {
        this.rounding = rounding;
    }

    @Override
    public void plan(Rest rest) {
        var tranche = BigDecimal.valueOf(rest.balanceUnits() - left);
        var rows = BigDecimal.valueOf(rest.periods().size());
        each += rounding.installment(tranche.divide(rows, MathContext.DECIMAL128));
        left = rest.balanceUnits();
    }

    @Override
    public long of(Period period, long interest) {
        left -= each;
        return each;
    }
}
