package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;

/** Flat interest in parts: each row that bears interest earns its parts evenly over its days. */
final class EarnedInParts implements Earning {
    private final LoanTerms terms;
    private final Schedule schedule;
    private final List<Period> bearing;

    EarnedInParts(LoanTerms terms, Schedule schedule) {
        this.terms = terms;
        this.schedule = schedule;
        bearing = Periods.of(terms).stream()
                .filter(period -> period.nr() > terms.grace().interestFree())
                .toList();
    }

    @Override
    public long accrued(LocalDate through) {
        var all = bearing.stream().mapToLong(this::parts).sum();
        var over = BigDecimal.ZERO;
        for (var period : bearing) {
            if (period.from().isBefore(through)) {
                over = over.add(share(period, through).multiply(BigDecimal.valueOf(parts(period))));
            }
        }
        var earned = BigDecimal.valueOf(schedule.totals().interestUnits())
                .multiply(over)
                .divide(BigDecimal.valueOf(all), MathContext.DECIMAL128)
                .setScale(0, terms.rounding().mode())
                .longValueExact();
        return Math.max(0, earned - schedule.interestTold(through));
    }

    /** By the rule of 78 the last row has one part, and each row before it one more. */
    private long parts(Period period) {
        return terms.rebate() == Rebate.SUM_OF_DIGITS ? period.last() - period.nr() + 1 : 1;
    }

    private static BigDecimal share(Period period, LocalDate through) {
        if (!period.due().isAfter(through)) {
            return BigDecimal.ONE;
        }
        return BigDecimal.valueOf(through.toEpochDay() - period.from().toEpochDay())
                .divide(BigDecimal.valueOf(period.days()), MathContext.DECIMAL128);
    }
}
