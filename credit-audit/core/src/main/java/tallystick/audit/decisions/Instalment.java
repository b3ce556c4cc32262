package tallystick.audit.decisions;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What a month takes, by the annuity of equal months: exact enough to compare with an income. */
final class Instalment {
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private Instalment() {}

    static BigDecimal of(BigDecimal amount, BigDecimal annualRate, int count) {
        var monthly = annualRate.divide(BigDecimal.valueOf(12), PRECISION);
        if (monthly.signum() == 0) {
            return amount.divide(BigDecimal.valueOf(count), 2, RoundingMode.UP);
        }
        var growth = BigDecimal.ONE.add(monthly).pow(count, PRECISION);
        return amount.multiply(monthly, PRECISION)
                .multiply(growth, PRECISION)
                .divide(growth.subtract(BigDecimal.ONE), 2, RoundingMode.UP);
    }
}
