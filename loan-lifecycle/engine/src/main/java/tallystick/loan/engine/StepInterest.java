package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Interest by whole periods: the same part of the year for each, whatever its days; days share a period out. */
final class StepInterest implements InterestRule {
    private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_EVEN);

    private final LoanTerms terms;
    private final BigDecimal perStep;

    StepInterest(LoanTerms terms) {
        this.terms = terms;
        perStep = perStep(terms);
    }

    /** Fineract divides first, and to twelve digits. */
    static BigDecimal perStep(LoanTerms terms) {
        var rate = terms.annualRate().perYear();
        var steps = BigDecimal.valueOf(terms.every().ofYear().numerator());
        if (terms.convention() == Convention.STANDARD) {
            return rate.multiply(steps)
                    .divide(BigDecimal.valueOf(terms.every().ofYear().denominator()), DIGITS);
        }
        return rate.divide(BigDecimal.valueOf(fineractYear(terms)), FineractInterest.DIGITS)
                .multiply(steps);
    }

    /** Steps by days count the year's days as the day count has them; others are parts of a year. */
    private static long fineractYear(LoanTerms terms) {
        return terms.every().unit() == StepUnit.DAY
                ? terms.dayCount().daysOfYear().orElse(365)
                : terms.every().ofYear().denominator();
    }

    @Override
    public BigDecimal factor(Period period, LocalDate from, LocalDate to) {
        if (terms.convention() == Convention.STANDARD && !terms.every().spans(period.from(), period.due())) {
            return new DailyInterest(terms).factor(period, from, to);
        }
        if (from.equals(period.from()) && to.equals(period.due())) {
            return perStep;
        }
        var days = BigDecimal.valueOf(to.toEpochDay() - from.toEpochDay());
        return perStep.multiply(days).divide(BigDecimal.valueOf(period.days()), DIGITS);
    }

    @Override
    public long of(Period period, List<Segment> segments) {
        return exact(period, segments).setScale(0, terms.rounding().mode()).longValueExact();
    }
}
