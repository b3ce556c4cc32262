package tallystick.loan.engine;

import java.math.BigDecimal;

/** The same principal in every row; with a multiple the instalment comes to one: principal and interest, each rounded. */
final class FineractFlatPrincipal implements PrincipalRule {
    private final Rounding rounding;
    private final EvenPrincipal even;

    FineractFlatPrincipal(Rounding rounding) {
        this.rounding = rounding;
        this.even = new EvenPrincipal(rounding);
    }

    @Override
    public void plan(Rest rest) {
        even.plan(rest);
    }

    @Override
    public long of(Period period, long interest) {
        return even.of(period, interest) + rounding.installment(BigDecimal.valueOf(interest)) - interest;
    }
}
