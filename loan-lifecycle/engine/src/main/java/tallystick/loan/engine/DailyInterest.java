package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Our interest by days: an exact fraction of the year for each balance, rounded once for the row. */
final class DailyInterest implements InterestRule {
    private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_EVEN);

    private final LoanTerms terms;

    DailyInterest(LoanTerms terms) {
        this.terms = terms;
    }

    @Override
    public BigDecimal factor(Period period, LocalDate from, LocalDate to) {
        var year = terms.dayCount().between(from, to, period, terms.every());
        return terms.annualRate()
                .perYear()
                .multiply(BigDecimal.valueOf(year.numerator()))
                .divide(BigDecimal.valueOf(year.denominator()), DIGITS);
    }

    @Override
    public long of(Period period, List<Segment> segments) {
        if (segments.size() > 1) {
            return exact(period, segments).setScale(0, terms.rounding().mode()).longValueExact();
        }
        var all = segments.getFirst();
        var year = terms.dayCount().between(all.from(), all.to(), period, terms.every());
        return terms.annualRate()
                .perYear()
                .multiply(BigDecimal.valueOf(all.balanceUnits()))
                .multiply(BigDecimal.valueOf(year.numerator()))
                .divide(
                        BigDecimal.valueOf(year.denominator()),
                        0,
                        terms.rounding().mode())
                .longValueExact();
    }
}
