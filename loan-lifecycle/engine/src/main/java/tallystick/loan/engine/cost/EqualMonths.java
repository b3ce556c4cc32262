package tallystick.loan.engine.cost;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;
import tallystick.loan.engine.LoanTerms;
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
        var start = schedule.rows().getFirst().due();
        var inWeeks = terms.every().unit() == StepUnit.WEEK;
        var times = schedule.rows().stream()
                .map(row -> inWeeks ? weeks(start, row.due()) : months(start, row.due()))
                .toList();
        var unit = times.stream()
                .map(BigInteger::valueOf)
                .reduce(BigInteger.valueOf(YEAR), BigInteger::gcd)
                .intValueExact();
        var flows = IntStream.range(0, times.size())
                .mapToObj(i -> new CashFlow(
                        Yields.amount(schedule.rows().get(i), Yields.COSTS),
                        (int) (times.get(i) / unit),
                        BigDecimal.ZERO))
                .toList();
        return InternalRate.of(flows)
                .map(rate -> BigDecimal.ONE
                        .add(rate)
                        .pow(YEAR / unit, InternalRate.DIGITS)
                        .subtract(BigDecimal.ONE));
    }

    private static long months(LocalDate start, LocalDate date) {
        var counted = UnitPeriod.Counted.back(start, date);
        return (long) counted.months() * MONTH + counted.days() * DAY;
    }

    private static long weeks(LocalDate start, LocalDate date) {
        var days = ChronoUnit.DAYS.between(start, date);
        return days / 7 * WEEK + days % 7 * DAY;
    }
}
