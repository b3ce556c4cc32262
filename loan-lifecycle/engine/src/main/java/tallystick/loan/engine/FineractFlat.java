package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Fineract's flat interest: the yearly rate over the periods of a year, to twelve digits, for the whole term. What rows
 * of grace do not bear is shared out over the others; only with equal principal it waits for the first of them.
 */
final class FineractFlat implements InterestRule {
    private final LoanTerms terms;
    private final long total;
    private final long each;

    FineractFlat(LoanTerms terms) {
        this.terms = terms;
        var rows = terms.dueDates().size();
        var whole = round(gross().multiply(termRate()));
        total = whole - divided(whole, rows) * terms.grace().interestFree();
        each = divided(total, Math.max(1, rows - terms.grace().interestFree() - shared()));
    }

    private int spared() {
        return Math.max(terms.grace().interestFree(), shared());
    }

    /** Rows of grace whose interest the others bear. */
    private int shared() {
        return terms.amortization() == Amortization.EQUAL_PRINCIPAL
                ? 0
                : terms.grace().interest();
    }

    private BigDecimal gross() {
        return BigDecimal.valueOf(terms.disbursements().stream()
                .mapToLong(each -> Units.of(each.amount()))
                .sum());
    }

    private BigDecimal termRate() {
        if (terms.interestPeriod() == InterestPeriod.PER_PERIOD) {
            return StepInterest.perStep(terms)
                    .multiply(BigDecimal.valueOf(terms.dueDates().size()));
        }
        return FineractDayInterest.perDay(terms)
                .multiply(FineractInterest.days(terms.start(), terms.dueDates().getLast()));
    }

    @Override
    public BigDecimal factor(Period period, LocalDate from, LocalDate to) {
        return BigDecimal.ZERO;
    }

    @Override
    public long of(Period period, List<Segment> segments) {
        return period.nr() <= spared() ? 0 : FlatInterest.share(total, each, period.nr() - spared(), period.isLast());
    }

    private long divided(long units, int rows) {
        return round(BigDecimal.valueOf(units).divide(BigDecimal.valueOf(rows), FineractInterest.DIGITS));
    }

    private long round(BigDecimal amount) {
        return amount.setScale(0, terms.rounding().mode()).longValueExact();
    }
}
