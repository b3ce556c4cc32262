package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * The unit of time of Regulation Z, appendix J (b): a month, or so many days where the instalments step by days or
 * weeks. Full periods are measured back from the later date; of the days left, 30 make a month.
 */
sealed interface UnitPeriod {
    CashFlow flow(LocalDate start, LocalDate date, long units);

    BigDecimal perYear();

    static UnitPeriod of(Step every) {
        return switch (every.unit()) {
            case DAY -> new Days(every.count(), BigDecimal.valueOf(365));
            case WEEK -> new Days(every.count() * 7, BigDecimal.valueOf(364));
            case HALF_MONTH -> new HalfMonth();
            case MONTH, YEAR -> new Month();
        };
    }

    /** The whole months back from a date to another, and the days that are left before them. */
    record Counted(int months, long days) {
        static Counted back(LocalDate start, LocalDate date) {
            var months = (int) Period.between(start, date).toTotalMonths();
            while (!date.minusMonths(months + 1L).isBefore(start)) {
                months++;
            }
            return new Counted(months, ChronoUnit.DAYS.between(start, date.minusMonths(months)));
        }
    }

    /** Twelve a year, whatever its length. */
    record Month() implements UnitPeriod {
        private static final BigDecimal DAYS = BigDecimal.valueOf(30);

        @Override
        public CashFlow flow(LocalDate start, LocalDate date, long units) {
            var counted = Counted.back(start, date);
            return new CashFlow(
                    units, counted.months(), BigDecimal.valueOf(counted.days()).divide(DAYS, InternalRate.DIGITS));
        }

        @Override
        public BigDecimal perYear() {
            return BigDecimal.valueOf(12);
        }
    }

    /** Two in each month; of the days left, 15 make one. */
    record HalfMonth() implements UnitPeriod {
        private static final int DAYS = 15;

        @Override
        public CashFlow flow(LocalDate start, LocalDate date, long units) {
            var counted = Counted.back(start, date);
            var fraction =
                    BigDecimal.valueOf(counted.days() % DAYS).divide(BigDecimal.valueOf(DAYS), InternalRate.DIGITS);
            return new CashFlow(units, 2 * counted.months() + (int) (counted.days() / DAYS), fraction);
        }

        @Override
        public BigDecimal perYear() {
            return BigDecimal.valueOf(24);
        }
    }

    /** So many days; weeks count 52 in a year, days 365. */
    record Days(int length, BigDecimal inYear) implements UnitPeriod {
        @Override
        public CashFlow flow(LocalDate start, LocalDate date, long units) {
            var days = ChronoUnit.DAYS.between(start, date);
            var fraction = BigDecimal.valueOf(days % length).divide(BigDecimal.valueOf(length), InternalRate.DIGITS);
            return new CashFlow(units, (int) (days / length), fraction);
        }

        @Override
        public BigDecimal perYear() {
            return inYear.divide(BigDecimal.valueOf(length), InternalRate.DIGITS);
        }
    }
}
