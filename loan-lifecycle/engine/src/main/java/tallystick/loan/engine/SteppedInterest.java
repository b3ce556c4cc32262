package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Interest whose rate changes on given days: each part of a period bears the rate of its days. */
final class SteppedInterest implements InterestRule {
    private final NavigableMap<LocalDate, InterestRule> rules;
    private final RoundingMode mode;

    private SteppedInterest(NavigableMap<LocalDate, InterestRule> rules, RoundingMode mode) {
        this.rules = rules;
        this.mode = mode;
    }

    static InterestRule of(LoanTerms terms) {
        var rules = new TreeMap<LocalDate, InterestRule>();
        rules.put(LocalDate.MIN, InterestRule.ofOneRate(terms));
        for (var step : terms.rates()) {
            rules.put(step.from(), InterestRule.ofOneRate(terms.at(step.annualRate())));
        }
        return new SteppedInterest(rules, terms.rounding().mode());
    }

    @Override
    public BigDecimal factor(Period period, LocalDate from, LocalDate to) {
        var factor = BigDecimal.ZERO;
        var start = from;
        for (var step : cuts(from, to)) {
            factor = factor.add(rules.floorEntry(start).getValue().factor(period, start, step));
            start = step;
        }
        return factor;
    }

    private List<LocalDate> cuts(LocalDate from, LocalDate to) {
        var cuts = new ArrayList<>(rules.subMap(from, false, to, false).keySet());
        cuts.add(to);
        return cuts;
    }

    @Override
    public long of(Period period, List<Segment> segments) {
        return exact(period, segments).setScale(0, mode).longValueExact();
    }

    @Override
    public boolean changes(LocalDate after, LocalDate through) {
        return !rules.subMap(after, false, through, true).isEmpty();
    }

    @Override
    public InterestRule knownOn(LocalDate day) {
        return new SteppedInterest(new TreeMap<>(rules.headMap(day, true)), mode);
    }
}
