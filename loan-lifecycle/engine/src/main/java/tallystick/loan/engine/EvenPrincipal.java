package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;

/** The same principal in every row. */
final class EvenPrincipal implements PrincipalRule {
    private final Rounding rounding;
    private long each;

    EvenPrincipal(Rounding rounding) {
        this.rounding = rounding;
    }

    @Override
    public void plan(Rest rest) {
        var rows = BigDecimal.valueOf(rest.periods().size());
        each = rounding.installment(BigDecimal.valueOf(rest.balanceUnits()).divide(rows, MathContext.DECIMAL128));
    }

    @Override
    public long of(Period period, long interest) {
        return each;
    }
}
