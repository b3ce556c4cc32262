package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a loan costs a year, by name; null where there is no solution. Fractions of six decimals. */
public record Yields(
        @Nullable BigDecimal irrNominal,
        @Nullable BigDecimal effectiveAnnual,
        @Nullable BigDecimal aprUs,
        @Nullable BigDecimal aprcEu,
        @Nullable BigDecimal allInCost) {
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    /** Money at a time, seen by the customer: received is positive. */
    private record Flow(LocalDate date, BigDecimal amount) {}

    public static Yields of(Schedule schedule, @Nullable Step step) {
        var flows = flows(schedule);
        var effective = Solver.rate(rate -> worth(flows, rate));
        var apr = monthly(schedule, flows);
        var periodic = schedule.terms().interest() == LoanTerms.Interest.DECLINING_DAILY
                ? daily(effective)
                : step == null ? null : periodic(schedule, step);
        return new Yields(six(periodic), six(effective), six(apr), six(effective), six(apr));
    }

    private static List<Flow> flows(Schedule schedule) {
        var flows = new ArrayList<Flow>();
        schedule.terms().disbursements().forEach(payout -> flows.add(new Flow(payout.date(), payout.amount())));
        schedule.rows().forEach(row -> flows.add(new Flow(row.due(), row.total().negate())));
        return flows;
    }

    /** Present value at an effective yearly rate, with exponents in days of a year of 365. */
    private static double worth(List<Flow> flows, double rate) {
        var start = flows.getFirst().date();
        return flows.stream()
                .mapToDouble(flow -> flow.amount().doubleValue()
                        * Math.pow(1 + rate, -ChronoUnit.DAYS.between(start, flow.date()) / 365.0))
                .sum();
    }

    /** Regulation Z, appendix J: unit periods of a month; whole ones compound, the odd days of one do not. */
    private static @Nullable BigDecimal monthly(Schedule schedule, List<Flow> flows) {
        var start = schedule.terms().start();
        var rate = Solver.rate(yearly -> flows.stream()
                .mapToDouble(flow -> flow.amount().doubleValue() / discount(start, flow.date(), yearly / 12))
                .sum());
        return rate;
    }

    private static double discount(LocalDate start, LocalDate date, double monthly) {
        var months = ChronoUnit.MONTHS.between(start, date);
        // Counted back from the payment, as the regulation does: what is left over lies at the beginning.
        var odd = ChronoUnit.DAYS.between(start, date.minusMonths(months));
        return (1 + odd / 30.0 * monthly) * Math.pow(1 + monthly, (double) months);
    }

    private static @Nullable BigDecimal periodic(Schedule schedule, Step step) {
        var rows = schedule.rows();
        var rate = Solver.rate(one -> {
            var sum = schedule.terms().principal().doubleValue();
            for (var row : rows) {
                sum -= row.total().doubleValue() * Math.pow(1 + one, -row.nr());
            }
            return sum;
        });
        return rate == null ? null : rate.multiply(BigDecimal.valueOf(step.perYear()), PRECISION);
    }

    /** Where interest runs by days, the period is a day: the rate of one, times 365. */
    private static @Nullable BigDecimal daily(@Nullable BigDecimal effective) {
        return effective == null
                ? null
                : BigDecimal.valueOf(365 * (Math.pow(1 + effective.doubleValue(), 1 / 365.0) - 1));
    }

    private static @Nullable BigDecimal six(@Nullable BigDecimal rate) {
        return rate == null ? null : rate.setScale(6, RoundingMode.HALF_EVEN);
    }
}
