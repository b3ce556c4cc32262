package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * Interest on the amount first lent for the whole term, in equal parts; the last row takes what rounding left. A down
 * payment does not lower it.
 */
final class FlatInterest implements InterestRule {
    private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_EVEN);

    private final LoanTerms terms;
    private final int rows;
    private final long total;

    FlatInterest(LoanTerms terms) {
        this.terms = terms;
        rows = terms.dueDates().size() - terms.grace().interestFree();
        total = round(term().multiply(terms.annualRate().perYear()).multiply(gross()));
    }

    private BigDecimal gross() {
        var gross = 0L;
        for (var disbursement : terms.disbursements()) {
            gross += Units.of(disbursement.amount());
        }
        return BigDecimal.valueOf(gross);
    }

    private BigDecimal term() {
        if (terms.interestPeriod() == InterestPeriod.DAILY) {
            return years();
        }
        var year = terms.every().ofYear();
        return BigDecimal.valueOf(year.numerator() * rows).divide(BigDecimal.valueOf(year.denominator()), DIGITS);
    }

    private BigDecimal years() {
        var years = BigDecimal.ZERO;
        for (var period : Periods.of(terms)) {
            if (period.nr() > terms.grace().interestFree()) {
                var year = terms.dayCount().between(period.from(), period.due(), period, terms.every());
                years = years.add(
                        BigDecimal.valueOf(year.numerator()).divide(BigDecimal.valueOf(year.denominator()), DIGITS));
            }
        }
        return years;
    }

    @Override
    public BigDecimal factor(Period period, LocalDate from, LocalDate to) {
        return BigDecimal.ZERO;
    }

    @Override
    public long of(Period period, List<Segment> segments) {
        var each = round(BigDecimal.valueOf(total).divide(BigDecimal.valueOf(rows), DIGITS));
        return share(total, each, period.nr() - terms.grace().interestFree(), period.isLast());
    }

    /** Equal parts until the whole is shared out: rounding up must not leave less than nothing for the last row. */
    static long share(long total, long each, int nr, boolean last) {
        var left = Math.max(0, total - each * (nr - 1));
        return last ? left : Math.min(each, left);
    }

    private long round(BigDecimal amount) {
        return amount.setScale(0, terms.rounding().mode()).longValueExact();
    }
}
