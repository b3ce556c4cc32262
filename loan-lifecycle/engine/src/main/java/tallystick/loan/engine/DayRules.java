package tallystick.loan.engine;

import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.temporal.ChronoUnit;

/** The rules behind day counts. */
final class DayRules {
    private static final int MONTH = 30;

    private DayRules() {}

    static YearFraction actual(LocalDate from, LocalDate to, Period period, int year) {
        return YearFraction.days(period.daysOf(from, to), year);
    }

    static YearFraction bond(LocalDate from, LocalDate to) {
        var first = Math.min(from.getDayOfMonth(), MONTH);
        var second = first == MONTH ? Math.min(to.getDayOfMonth(), MONTH) : to.getDayOfMonth();
        return thirty(from, to, second - first);
    }

    static YearFraction eurobond(LocalDate from, LocalDate to) {
        return thirty(from, to, Math.min(to.getDayOfMonth(), MONTH) - Math.min(from.getDayOfMonth(), MONTH));
    }

    private static YearFraction thirty(LocalDate from, LocalDate to, int days) {
        var months = 12L * (to.getYear() - from.getYear()) + to.getMonthValue() - from.getMonthValue();
        return YearFraction.days(MONTH * months + days, 360);
    }

    static YearFraction actual365L(LocalDate from, LocalDate to, Period period, Step every) {
        var leap = every.isOneYear() ? holdsLeapDay(period) : period.due().isLeapYear();
        return actual(from, to, period, leap ? 366 : 365);
    }

    /** Whether 29 February lies after the period's start and not after its end. */
    private static boolean holdsLeapDay(Period period) {
        for (var year = period.from().getYear(); year <= period.due().getYear(); year++) {
            if (IsoChronology.INSTANCE.isLeapYear(year)) {
                var leapDay = LocalDate.of(year, 2, 29);
                if (leapDay.isAfter(period.from()) && !leapDay.isAfter(period.due())) {
                    return true;
                }
            }
        }
        return false;
    }

    static YearFraction actualActual(LocalDate from, LocalDate to) {
        var leap = 0L;
        var common = 0L;
        for (var start = from; start.isBefore(to); ) {
            var newYear = LocalDate.of(start.getYear() + 1, 1, 1);
            var end = newYear.isBefore(to) ? newYear : to;
            var days = end.toEpochDay() - start.toEpochDay();
            leap += start.isLeapYear() ? days : 0;
            common += start.isLeapYear() ? 0 : days;
            start = end;
        }
        return new YearFraction(leap * 365 + common * 366, 365 * 366);
    }

    static YearFraction monthsPlusDays(LocalDate from, LocalDate to) {
        var months = ChronoUnit.MONTHS.between(from, to);
        // From 31 January to 28 February is a whole month: the last day answers to the last.
        if (to.getDayOfMonth() == to.lengthOfMonth() && from.getDayOfMonth() > to.getDayOfMonth()) {
            months = 12L * (to.getYear() - from.getYear()) + to.getMonthValue() - from.getMonthValue();
        }
        var days = Math.max(0, ChronoUnit.DAYS.between(from.plusMonths(months), to));
        return YearFraction.days(MONTH * months + days, 360);
    }
}
