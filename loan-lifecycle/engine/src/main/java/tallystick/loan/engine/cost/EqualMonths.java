package tallystick.loan.engine.cost;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tallystick.loan.engine.LoanTerms;
import tallystick.loan.engine.Row;
import tallystick.loan.engine.Schedule;
import tallystick.loan.engine.StepUnit;
import tallystick.loan.engine.flows.CashFlow;
import tallystick.loan.engine.flows.InternalRate;

/**
 * Time as the European annex takes it: whole months are equal, whole weeks are 52nds of a year, and the days before them
 * are 365ths. In parts of a year that months, weeks and days are whole numbers of, so that no rounding comes in.
 */
final class EqualMonths {
    private static final int YEAR = 12 * 365 * 13;
    private static final int MONTH = YEAR / 12;
    private static final int WEEK = YEAR / 52;
    private static final int DAY = YEAR / 365;

    private EqualMonths() {}

    static Optional<BigDecimal> yearly(LoanTerms terms, Schedule schedule) {
        var times = times(schedule, terms.every().unit() == StepUnit.WEEK);
        var unit = common(times);
        var flows = IntStream.range(0, times.size())
                .mapToObj(i -> flow(schedule.rows().get(i), times.get(i) / unit))
                .toList();
        return InternalRate.of(flows).map(rate -> Yields.compounded(rate, YEAR / unit));
    }

    private static List<Integer> times(Schedule schedule, boolean inWeeks) {
        var start = schedule.rows().getFirst().due();
        return schedule.rows().stream()
                .map(row -> inWeeks ? weeks(start, row.due()) : months(start, row.due()))
                .toList();
    }

    /** The longest unit that all times are a whole number of: of monthly rows a month, so that powers stay small. */
    private static int common(List<Integer> times) {
        return times.stream()
                .map(BigInteger::valueOf)
                .reduce(BigInteger.valueOf(YEAR), BigInteger::gcd)
                .intValueExact();
    }

    private static CashFlow flow(Row row, int periods) {
        return new CashFlow(Yields.amount(row, Yields.COSTS), periods, BigDecimal.ZERO);
    }

    private static int months(LocalDate start, LocalDate date) {
        var counted = UnitPeriod.Counted.back(start, date);
        return Math.toIntExact(counted.months() * (long) MONTH + counted.days() * DAY);
    }

    private static int weeks(LocalDate start, LocalDate date) {
        var days = ChronoUnit.DAYS.between(start, date);
        return Math.toIntExact(days / 7 * WEEK + days % 7 * DAY);
    }
}
