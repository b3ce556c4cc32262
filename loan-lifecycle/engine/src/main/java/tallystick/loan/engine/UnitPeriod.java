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
            case DAYS -> new Days(every.count(), BigDecimal.valueOf(365));
            case WEEKS -> new Days(every.count() * 7, BigDecimal.valueOf(364));
            default -> new Month();
        };
    }

    /** Twelve a year, whatever its length. */
    record Month() implements UnitPeriod {
        private static final BigDecimal DAYS = BigDecimal.valueOf(30);

        @Override
        public CashFlow flow(LocalDate start, LocalDate date, long units) {
            var months = (int) Period.between(start, date).toTotalMonths();
            while (date.minusMonths(months + 1L).isAfter(start)
                    || date.minusMonths(months + 1L).isEqual(start)) {
                months++;
            }
            var days = ChronoUnit.DAYS.between(start, date.minusMonths(months));
            return new CashFlow(units, months, BigDecimal.valueOf(days).divide(DAYS, InternalRate.DIGITS));
        }

        @Override
        public BigDecimal perYear() {
            return BigDecimal.valueOf(12);
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
