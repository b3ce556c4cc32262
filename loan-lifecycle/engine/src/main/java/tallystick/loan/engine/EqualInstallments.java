package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The instalment that pays a balance back in rows of equal totals. With the interest factor f of each row: product of
 * (1 + f) times the balance, over the sum that the last row's worth of all instalments makes.
 */
record EqualInstallments(Periods periods, MathContext precision) {
    /** For rows from this one to the last. */
    BigDecimal of(BigDecimal balance, int firstRow) {
        var growth = BigDecimal.ONE;
        var worth = BigDecimal.ZERO;
        for (var row = firstRow; row < periods.terms().due().size(); row++) {
            var grows = BigDecimal.ONE.add(periods.factor(row));
            growth = growth.multiply(grows, precision);
            worth = worth.multiply(grows, precision).add(BigDecimal.ONE);
        }
        return balance.multiply(growth, precision).divide(worth, precision);
    }
}
