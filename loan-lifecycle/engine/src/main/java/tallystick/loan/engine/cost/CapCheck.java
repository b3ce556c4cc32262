package tallystick.loan.engine.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.loan.engine.LoanEngine;
import tallystick.loan.engine.LoanTerms;
import tallystick.loan.engine.Parts;
import tallystick.loan.engine.Schedule;
import tallystick.loan.engine.Statement;
import tallystick.loan.engine.flows.CashFlow;
import tallystick.loan.engine.flows.InternalRate;

/** Tests what a loan costs against a cap: at quote, at contract, and before each later charge. */
public final class CapCheck {
    /** Rates are solved for to some digits more: a rate that is the limit must not lie above it. */
    private static final int DECIMALS = 15;

    private final CostCap cap;
    private final BigDecimal limit;
    private final UnitPeriod unit;
    private final List<CashFlow> flows;
    private final LocalDate start;
    private @Nullable Solved solved;

    /** @param index where the index of the cap stands; any rate for a cap that is a value */
    public CapCheck(CostCap cap, Rate index, LoanTerms terms, Schedule schedule) {
        this.cap = cap;
        limit = cap.limit(index).perYear();
        unit = cap.measure() == CostCap.Measure.ALL_IN_COST ? UnitPeriod.of(terms.every(), schedule) : Yields.DAY;
        flows = Yields.flows(schedule, unit, cap.counts());
        start = schedule.rows().getFirst().due();
    }

    private CapCheck(CapCheck planned, List<CashFlow> flows) {
        cap = planned.cap;
        limit = planned.limit;
        unit = planned.unit;
        start = planned.start;
        this.flows = flows;
    }

    /** What a loan really costs: what was paid when it was paid, and what is to pay when it is due, or at once. */
    public static CapCheck asItWent(CostCap cap, Rate index, LoanTerms terms, List<Paid> paid, Statement now) {
        var schedule = LoanEngine.schedule(terms);
        var lent = new Schedule(
                schedule.currency(),
                schedule.rows().stream().filter(row -> !row.isToPay()).toList());
        var planned = new CapCheck(cap, index, terms, schedule);
        var flows = new ArrayList<>(Yields.flows(lent, planned.unit, cap.counts()));
        paid.forEach(each -> flows.add(planned.flow(each.date(), each.parts())));
        now.rows().stream()
                .filter(row -> !row.isPaid())
                .forEach(row -> flows.add(planned.flow(later(row.row().due(), now.asOf()), row.outstanding())));
        return new CapCheck(planned, flows);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private CashFlow flow(LocalDate date, Parts parts) {
        return unit.flow(start, date, Yields.amount(parts, cap.counts()));
    }

    public boolean holds() {
        return holds(rate());
    }

    /** What the schedule costs, in the measure of the cap; nothing where it has no rate. */
    public Optional<BigDecimal> cost() {
        return rate().map(exact -> exact.setScale(Yields.DECIMALS, RoundingMode.HALF_EVEN));
    }

    private record Solved(@Nullable BigDecimal rate) {}

    /** Solved once. */
    private Optional<BigDecimal> rate() {
        var known = solved == null ? new Solved(cost(flows).orElse(null)) : solved;
        solved = known;
        return Optional.ofNullable(known.rate());
    }

    /** How much of a charge that falls due on a day may be charged. The rest is trimmed. */
    public Money allowed(Money charge, LocalDate due) {
        var most = charge.minorUnits().longValueExact();
        var least = 0L;
        if (holds(cost(with(most, due)))) {
            return charge;
        }
        while (most - least > 1) {
            var middle = least + (most - least) / 2;
            if (holds(cost(with(middle, due)))) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return Money.ofMinor(charge.currency(), least);
    }

    private List<CashFlow> with(long units, LocalDate due) {
        var more = new ArrayList<>(flows);
        more.add(unit.flow(start, due, units));
        return more;
    }

    /** What has no rate costs nothing. */
    private boolean holds(Optional<BigDecimal> costs) {
        return costs.map(exact ->
                        exact.setScale(DECIMALS, RoundingMode.HALF_EVEN).compareTo(limit) <= 0)
                .orElse(true);
    }

    private Optional<BigDecimal> cost(List<CashFlow> costs) {
        var sorted = costs.stream().sorted(CashFlow.BY_TIME).toList();
        return InternalRate.of(sorted)
                .map(rate -> cap.measure() == CostCap.Measure.ALL_IN_COST
                        ? rate.multiply(unit.perYear())
                        : Yields.compounded(rate));
    }
}
