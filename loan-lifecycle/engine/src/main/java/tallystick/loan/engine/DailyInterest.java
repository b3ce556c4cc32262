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
    private final Map<YearFraction, Long> discounts = new HashMap<>();

    DailyInterest(LoanTerms terms) {
        this.terms = terms;
        rate = RationalRate.of(terms.annualRate());
    }

    @Override
    public BigDecimal factor(Period period, LocalDate from, LocalDate to) {
        var year = year(period, from, to);
        return terms.annualRate()
                .perYear()
                .multiply(BigDecimal.valueOf(year.numerator()))
                .divide(BigDecimal.valueOf(year.denominator()), DIGITS);
    }

    @Override
    public long discount(Period period) {
        var year = year(period, period.from(), period.due());
        var known = discounts.get(year);
        if (known != null) {
            return known;
        }
        var discount = rate.discount(year);
        discounts.put(year, discount);
        return discount;
    }

    @Override
    public long of(Period period, List<Segment> segments) {
        if (segments.size() > 1) {
            return exact(period, segments).setScale(0, terms.rounding().mode()).longValueExact();
        }
        var all = segments.getFirst();
        return interest(period, all.from(), all.to(), all.balanceUnits());
    }

    @Override
    public long of(Period period, long balanceUnits) {
        return interest(period, period.from(), period.due(), balanceUnits);
    }

    private long interest(Period period, LocalDate from, LocalDate to, long balanceUnits) {
        return rate.interest(
                balanceUnits, year(period, from, to), terms.rounding().mode());
    }

    private YearFraction year(Period period, LocalDate from, LocalDate to) {
        return terms.dayCount().between(from, to, period, terms.every());
    }
}
