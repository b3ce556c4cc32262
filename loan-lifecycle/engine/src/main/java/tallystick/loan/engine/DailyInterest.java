package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Our interest by days: an exact fraction of the year for each balance, rounded once for the row. */
final class DailyInterest implements InterestRule {
    private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_EVEN);

    private final LoanTerms terms;
    private final RationalRate rate;
    /** A loan has few lengths of period: of months 28 to 31 days. */
    private final Map<YearFraction, BigDecimal> factors = new HashMap<>();

    private final Map<YearFraction, Long> discounts = new HashMap<>();

    DailyInterest(LoanTerms terms) {
        this.terms = terms;
        rate = RationalRate.of(terms.annualRate());
    }

    @Override
    public BigDecimal factor(Period period, LocalDate from, LocalDate to) {
        return factors.computeIfAbsent(year(period, from, to), this::factor);
    }

    @Override
    public long discount(Period period) {
        var year = year(period, period.from(), period.due());
        return discounts.computeIfAbsent(year, _ -> Discount.of(factor(period, period.from(), period.due())));
    }

    private BigDecimal factor(YearFraction year) {
        return terms.annualRate()
                .perYear()
                .multiply(BigDecimal.valueOf(year.numerator()))
                .divide(BigDecimal.valueOf(year.denominator()), DIGITS);
    }

    @Override
    public long of(Period period, List<Segment> segments) {
        var mode = terms.rounding().mode();
        if (segments.size() > 1) {
            return exact(period, segments).setScale(0, mode).longValueExact();
        }
        var all = segments.getFirst();
        return rate.interest(all.balanceUnits(), year(period, all.from(), all.to()), mode);
    }

    private YearFraction year(Period period, LocalDate from, LocalDate to) {
        return terms.dayCount().between(from, to, period, terms.every());
    }
}
