package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Fineract's equal instalment of older schedules: the payment of an annuity with the same rate in every period. Where
 * interest counts days, that is the rate of a month of 30 days, whatever the month.
 */
final class FineractPayment implements PrincipalRule {
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final BigDecimal perPeriod;
    private final Rounding rounding;
    private long installment;

    FineractPayment(LoanTerms terms) {
        perPeriod = terms.interestPeriod() == InterestPeriod.DAILY
                ? FineractDayInterest.perDay(terms).multiply(BigDecimal.valueOf(days(terms.every())))
                : StepInterest.perStep(terms);
        rounding = terms.rounding();
    }

    private static long days(Step every) {
        return (long) every.count()
                * switch (every.unit()) {
                    case DAY -> 1;
                    case WEEK -> 7;
                    case MONTH -> 30;
                    case HALF_MONTH -> 15;
                    case YEAR -> 365;
                };
    }

    @Override
    public void plan(Rest rest) {
        var rows = rest.periods().size();
        var balance = BigDecimal.valueOf(rest.balanceUnits());
        installment = rounding.installment(
                perPeriod.signum() == 0 ? balance.divide(BigDecimal.valueOf(rows), DIGITS) : annuity(balance, rows));
    }

    private BigDecimal annuity(BigDecimal balance, int rows) {
        var growth = BigDecimal.ONE.add(perPeriod).pow(rows, DIGITS);
        return balance.multiply(perPeriod).multiply(growth).divide(growth.subtract(BigDecimal.ONE), DIGITS);
    }

    @Override
    public long of(Period period, long interestUnits) {
        return Math.max(0, installment - interestUnits);
    }
}
