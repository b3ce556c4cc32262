package tallystick.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days banks work on, as data. Beyond its last listed year only the weekend counts.
 *
 * @param name the jurisdiction or payment system, such as {@code CN}
 * @param version of the data, so that a schedule can say which calendar made it
 * @param weekend days of the week that are free
 * @param holidays dates that are free whatever day of the week they are
 * @param workingDays dates that are worked though they fall on a weekend, such as China's working Saturdays
 */
public record BusinessCalendar(
        String name, String version, Set<DayOfWeek> weekend, Set<LocalDate> holidays, Set<LocalDate> workingDays) {

    /** No holiday season is longer; a search that goes further has met broken data. */
    public static final int LONGEST_REST_DAYS = 60;

    public BusinessCalendar {
        weekend = Set.copyOf(weekend);
        holidays = Set.copyOf(holidays);
        workingDays = Set.copyOf(workingDays);
        for (var day : workingDays) {
            if (holidays.contains(day)) {
                throw new IllegalArgumentException(
                        "Expected %s %s to be either a holiday or a working day of %s; found both."
                                .formatted(day.getDayOfWeek(), day, name));
            }
        }
    }

    public boolean isBusinessDay(LocalDate date) {
        return workingDays.contains(date) || (!holidays.contains(date) && !weekend.contains(date.getDayOfWeek()));
    }

    /** The first business day after the date. */
    public LocalDate next(LocalDate date) {
        return search(date, 1);
    }

    /** The last business day before the date. */
    public LocalDate previous(LocalDate date) {
        return search(date, -1);
    }

    public LocalDate adjust(LocalDate date, BusinessDayRule rule) {
        if (isBusinessDay(date)) {
            return date;
        }
        return switch (rule) {
            case NONE -> date;
            case FOLLOWING -> next(date);
            case PRECEDING -> previous(date);
            case MODIFIED_FOLLOWING -> inMonthOf(date, next(date), previous(date));
            case MODIFIED_PRECEDING -> inMonthOf(date, previous(date), next(date));
        };
    }

    @Override
    public String toString() {
        return name + " " + version;
    }

    private static LocalDate inMonthOf(LocalDate date, LocalDate preferred, LocalDate otherwise) {
        return preferred.getMonth() == date.getMonth() ? preferred : otherwise;
    }

    private LocalDate search(LocalDate from, int step) {
        for (var days = 1; days <= LONGEST_REST_DAYS; days++) {
            var date = from.plusDays((long) step * days);
            if (isBusinessDay(date)) {
                return date;
            }
        }
        throw new IllegalStateException("Expected a business day of %s within %d days of %s; found none. Mend its data."
                .formatted(this, LONGEST_REST_DAYS, from));
    }
}
