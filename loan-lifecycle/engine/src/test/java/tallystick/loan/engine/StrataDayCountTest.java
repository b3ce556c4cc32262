package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.basics.schedule.Frequency;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Day counts against OpenGamma Strata: 400 years of month ends, and dates at random. */
class StrataDayCountTest {
    private static final Step MONTH = Step.parse("P1M");
    private static final Step YEAR = Step.parse("P1Y");
    private static final Map<DayCount, com.opengamma.strata.basics.date.DayCount> ORACLES = Map.of(
            DayCount.THIRTY_360, DayCounts.THIRTY_360_ISDA,
            DayCount.THIRTY_E_360, DayCounts.THIRTY_E_360,
            DayCount.ACT_360, DayCounts.ACT_360,
            DayCount.ACT_365, DayCounts.ACT_365F,
            DayCount.ACT_ACT, DayCounts.ACT_ACT_ISDA);

    @Test
    void fourHundredYearsOfMonthEnds() {
        var start = LocalDate.of(1900, 1, 31);
        for (var month = 0; month < 4800; month++) {
            var from = start.plusMonths(month);
            var end = from.withDayOfMonth(from.lengthOfMonth());
            same(end, end.plusDays(1).plusMonths(1).minusDays(1));
            same(end, from.plusMonths(1 + month % 14));
            same(end.plusDays(1), end.plusDays(1).plusMonths(1));
        }
    }

    @Test
    void leapDays() {
        for (var year = 1900; year < 2300; year += 4) {
            var day = LocalDate.of(year, 2, 28);
            same(day, day.plusDays(1));
            same(day.minusDays(1), day.plusDays(2));
            same(day, day.plusYears(1));
        }
    }

    @Test
    void datesAtRandom() {
        var random = new Random(20260101);
        for (var i = 0; i < 20_000; i++) {
            var from = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(146_097));
            same(from, from.plusDays(random.nextInt(4_000)));
        }
    }

    private static void same(LocalDate from, LocalDate to) {
        var period = new Period(1, 1, from, to);
        ORACLES.forEach((ours, theirs) -> assertThat(value(ours.between(from, to, period, MONTH)))
                .as("%s from %s to %s", ours, from, to)
                .isCloseTo(theirs.yearFraction(from, to), offset(1e-12)));
        same365L(from, to, MONTH, Frequency.P1M);
        same365L(from, to, YEAR, Frequency.P12M);
    }

    private static void same365L(LocalDate from, LocalDate to, Step every, Frequency frequency) {
        var period = new Period(1, 1, from, to);
        var info = new OnePeriod(from, to, frequency);
        if (from.isBefore(to)) {
            assertThat(value(DayCount.ACT_365_L.between(from, to, period, every)))
                    .as("ACT/365L from %s to %s every %s", from, to, frequency)
                    .isCloseTo(DayCounts.ACT_365L.yearFraction(from, to, info), offset(1e-12));
        }
    }

    /** What Strata wants to know of the period a date lies in. */
    private record OnePeriod(LocalDate start, LocalDate end, Frequency frequency)
            implements com.opengamma.strata.basics.date.DayCount.ScheduleInfo {
        @Override
        public LocalDate getStartDate() {
            return start;
        }

        @Override
        public LocalDate getPeriodEndDate(LocalDate date) {
            return end;
        }

        @Override
        public Frequency getFrequency() {
            return frequency;
        }
    }

    private static double value(YearFraction year) {
        return (double) year.numerator() / year.denominator();
    }
}
