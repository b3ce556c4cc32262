package tallystick.audit.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/** What a loan takes a month, by the annuity of equal steps: exact enough to compare with an income. */
public final class Instalment {
    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal DAYS = BigDecimal.valueOf(365);

    private Instalment() {}

    /** @param every from one instalment to the next, as an ISO period such as {@code P1M} or {@code P1W} */
    public static BigDecimal aMonth(BigDecimal amount, BigDecimal annualRate, int count, String every) {
        var steps = stepsAYear(Period.parse(every));
        return one(amount, annualRate.divide(steps, PRECISION), count)
                .multiply(steps)
                .divide(MONTHS, 2, RoundingMode.UP);
    }

    private static BigDecimal stepsAYear(Period every) {
        return every.toTotalMonths() > 0
                ? MONTHS.divide(BigDecimal.valueOf(every.toTotalMonths()), PRECISION)
                : DAYS.divide(BigDecimal.valueOf(daysOf(every)), PRECISION);
    }

    /** Of a step without months, on whatever day it begins. */
    private static long daysOf(Period every) {
        return Math.max(1, ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.EPOCH.plus(every)));
    }

    private static BigDecimal one(BigDecimal amount, BigDecimal rate, int count) {
        if (rate.signum() == 0) {
            return amount.divide(BigDecimal.valueOf(count), PRECISION);
        }
        var growth = BigDecimal.ONE.add(rate).pow(count, PRECISION);
        return amount.multiply(rate, PRECISION)
                .multiply(growth, PRECISION)
                .divide(growth.subtract(BigDecimal.ONE), PRECISION);
    }
}
