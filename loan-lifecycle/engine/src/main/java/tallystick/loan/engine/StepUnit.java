package tallystick.loan.engine;

import java.time.LocalDate;

/** What a step is counted in. */
public enum StepUnit {
    DAY(365),
    WEEK(52),
    /** Two dates a month: a day from 1 to 15 and the one fifteen later, or the month's last. */
    HALF_MONTH(24),
    MONTH(12),
    YEAR(1);

    private static final int HALF = 15;

    private final int inYear;

    StepUnit(int inYear) {
        this.inYear = inYear;
    }

    int inYear() {
        return inYear;
    }

    /** So many units after a date, counted from it. */
    LocalDate after(LocalDate start, long units) {
        return switch (this) {
            case DAY -> start.plusDays(units);
            case WEEK -> start.plusWeeks(units);
            case HALF_MONTH -> halfMonths(start, units);
            case MONTH -> start.plusMonths(units);
            case YEAR -> start.plusYears(units);
        };
    }

    private static LocalDate halfMonths(LocalDate start, long units) {
        var months = start.plusMonths(Math.floorDiv(units, 2));
        if (Math.floorMod(units, 2) == 0) {
            return months;
        }
        return start.getDayOfMonth() > HALF
                ? months.plusMonths(1).withDayOfMonth(start.getDayOfMonth() - HALF)
                : months.withDayOfMonth(Math.min(start.getDayOfMonth() + HALF, months.lengthOfMonth()));
    }

    /** Whether its dates have a day of the month, so that the last day of one answers to the last of another. */
    boolean hasDayOfMonth() {
        return this == MONTH || this == YEAR;
    }
}
