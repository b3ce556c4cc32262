package tallystick.loan.engine.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallystick.loan.engine.Component;
import tallystick.loan.engine.InterestPeriod;
import tallystick.loan.engine.LoanTerms;
import tallystick.loan.engine.Parts;
import tallystick.loan.engine.Row;
import tallystick.loan.engine.Schedule;
import tallystick.loan.engine.flows.CashFlow;
import tallystick.loan.engine.flows.InternalRate;

/**
 * What a schedule costs a year, by name: fractions with six decimals (ten where the rate is of a period), null where there is no solution.
 *
 * @param irrPeriodic the rate of one period, whose compounding makes all rows worth what was paid out
 * @param irrNominal the periodic rate times the periods of a year; the period is a day where interest counts days, else
 *     the step
 * @param effectiveAnnual what compounds to the same in a year of 365 days
 * @param aprUs the actuarial rate of Regulation Z, appendix J
 * @param aprcEu the annual percentage rate of charge of Directive (EU) 2023/2225, annex III, with days over 365
 * @param aprcEuEqualMonths the same with whole months as twelfths of a year and weeks as 52nds: the annex, remark (c)
 * @param allInCost every cost counted, by the method of {@code aprUs}
 */
public record Yields(
        @Nullable BigDecimal irrPeriodic,
        @Nullable BigDecimal irrNominal,
        @Nullable BigDecimal effectiveAnnual,
        @Nullable BigDecimal aprUs,
        @Nullable BigDecimal aprcEu,
        @Nullable BigDecimal aprcEuEqualMonths,
        @Nullable BigDecimal allInCost) {
    static final int DECIMALS = 6;
    private static final int PERIODIC_DECIMALS = 10;
    static final Set<Component> COSTS = Set.of(Component.INTEREST, Component.FEE, Component.PENALTY);

    static final UnitPeriod DAY = new UnitPeriod.Days(1, 365);

    public static Yields of(LoanTerms terms, Schedule schedule) {
        var step = UnitPeriod.of(terms.every(), schedule);
        var daily = InternalRate.of(flows(schedule, DAY, COSTS));
        var stepwise = InternalRate.of(flows(schedule, step, COSTS));
        var period = terms.interestPeriod() == InterestPeriod.DAILY ? DAY : step;
        var periodic = period == DAY ? daily : stepwise;
        var effective = rounded(daily.map(Yields::compounded));
        var actuarial = nominal(stepwise, step);
        return new Yields(
                periodic.map(rate -> rate.setScale(PERIODIC_DECIMALS, RoundingMode.HALF_EVEN))
                        .orElse(null),
                nominal(periodic, period),
                effective,
                actuarial,
                effective,
                rounded(EqualMonths.yearly(terms, schedule)),
                actuarial);
    }

    private static @Nullable BigDecimal nominal(Optional<BigDecimal> periodic, UnitPeriod period) {
        return rounded(periodic.map(rate -> rate.multiply(period.perYear())));
    }

    static BigDecimal compounded(BigDecimal daily) {
        return compounded(daily, 365);
    }

    static BigDecimal compounded(BigDecimal rate, int times) {
        return BigDecimal.ONE.add(rate).pow(times, InternalRate.DIGITS).subtract(BigDecimal.ONE);
    }

    private static @Nullable BigDecimal rounded(Optional<BigDecimal> rate) {
        return rate.map(exact -> exact.setScale(DECIMALS, RoundingMode.HALF_EVEN))
                .orElse(null);
    }

    static List<CashFlow> flows(Schedule schedule, UnitPeriod unit, Set<Component> costs) {
        var start = schedule.rows().getFirst().due();
        return schedule.rows().stream()
                .map(row -> unit.flow(start, row.due(), amount(row, costs)))
                .toList();
    }

    /** A deducted fee is money that the customer does not get; interest that becomes principal moves none. */
    static long amount(Row row, Set<Component> costs) {
        var paid = amount(row.parts(), costs);
        return row.isPayout() ? paid - row.balanceUnits() : paid;
    }

    static long amount(Parts parts, Set<Component> costs) {
        var paid = parts.principalUnits();
        for (var cost : costs) {
            paid += parts.units(cost);
        }
        return paid;
    }
}
