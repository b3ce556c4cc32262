package tallystick.loan.engine.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import tallystick.loan.engine.Row;
import tallystick.loan.engine.Schedule;
import tallystick.loan.engine.Step;
import tallystick.loan.engine.flows.CashFlow;
import tallystick.loan.engine.flows.InternalRate;

/**
 * The unit of time of Regulation Z, appendix J (b)(4) and (5): the common period of the payments, at most a year; where
 * one payout is paid back at once, the term. Full periods are measured back from the later date, and what is left is a part
 * of one.
 */
sealed interface UnitPeriod {
    CashFlow flow(LocalDate start, LocalDate date, long units);

    BigDecimal perYear();

    static UnitPeriod of(Step every, Schedule schedule) {
        var moved = schedule.rows().stream()
                .filter(row -> row.isPayout() || row.parts().totalUnits() > 0)
                .map(Row::due)
                .toList();
        return moved.size() == 2 && moved.getFirst().isBefore(moved.getLast())
                ? ofTerm(moved.getFirst(), moved.getLast())
                : of(every);
    }

    private static UnitPeriod ofTerm(LocalDate start, LocalDate end) {
        var term = Counted.back(start, end);
        if (term.months() >= 12) {
            return new Year();
        }
        return term.days() == 0
                ? new MonthsOfThirtyDays(30 * term.months())
                : new Days((int) ChronoUnit.DAYS.between(start, end), 365);
    }

    private static UnitPeriod of(Step every) {
        return switch (every.unit()) {
            case DAY -> new Days(every.count(), 365);
            case WEEK -> new Days(every.count() * 7, 364);
            case HALF_MONTH -> new MonthsOfThirtyDays(15);
            case MONTH -> every.count() < 12 ? new MonthsOfThirtyDays(30 * every.count()) : new Year();
            case YEAR -> new Year();
        };
    }

    private static BigDecimal part(long of, long whole) {
        return BigDecimal.valueOf(of).divide(BigDecimal.valueOf(whole), InternalRate.DIGITS);
    }

    /** The whole months back from a date to another, and the days that are left before them. */
    record Counted(int months, long days) {
        static Counted back(LocalDate start, LocalDate date) {
            var months = (int) Period.between(start, date).toTotalMonths();
            while (!before(date, months + 1, start).isBefore(start)) {
                months++;
            }
            return new Counted(months, ChronoUnit.DAYS.between(start, before(date, months, start)));
        }

        /** The last day of a shorter month answers to the day of a longer one: (b)(3)(iv). */
        private static LocalDate before(LocalDate date, int months, LocalDate start) {
            var before = date.minusMonths(months);
            var day = start.getDayOfMonth();
            return date.getDayOfMonth() == date.lengthOfMonth() && day > date.getDayOfMonth()
                    ? before.withDayOfMonth(Math.min(day, before.lengthOfMonth()))
                    : before;
        }
    }

    /** Half a month, a month or some months: full months are 30 days long, and the days left count. */
    record MonthsOfThirtyDays(int length) implements UnitPeriod {
        @Override
        public CashFlow flow(LocalDate start, LocalDate date, long units) {
            var counted = Counted.back(start, date);
            if (length == 30) {
                return new CashFlow(units, counted.months(), part(counted.days(), length));
            }
            var days = 30L * counted.months() + counted.days();
            return new CashFlow(units, (int) (days / length), part(days % length, length));
        }

        @Override
        public BigDecimal perYear() {
            return part(360, length);
        }
    }

    /** A whole number of months that is left counts in twelfths, otherwise its days do. */
    record Year() implements UnitPeriod {
        @Override
        public CashFlow flow(LocalDate start, LocalDate date, long units) {
            var counted = Counted.back(start, date);
            var years = counted.months() / 12;
            var rest = counted.days() == 0
                    ? part(counted.months() % 12, 12)
                    : part(ChronoUnit.DAYS.between(start, date.minusYears(years)), 365);
            return new CashFlow(units, years, rest);
        }

        @Override
        public BigDecimal perYear() {
            return BigDecimal.ONE;
        }
    }

    /** So many days; weeks count 52 in a year, days 365. */
    record Days(int length, int inYear) implements UnitPeriod {
        @Override
        public CashFlow flow(LocalDate start, LocalDate date, long units) {
            var days = ChronoUnit.DAYS.between(start, date);
            return new CashFlow(units, (int) (days / length), part(days % length, length));
        }

        @Override
        public BigDecimal perYear() {
            return part(inYear, length);
        }
    }
}
