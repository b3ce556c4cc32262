package tallystick.loan.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.BusinessCalendar;
import tallystick.kernel.BusinessDayRule;

/**
 * On which days of the month rows fall due, and what becomes of one that is no business day. Interest runs to the day
 * that is found.
 *
 * @param day of every month, from 1 to 28; null for the day of the first due date
 * @param firstPeriod with a day: whether the first row may come before a whole step is over
 * @param endOfMonth every row falls due on the last day of its month
 * @param calendar null where every day is as good
 */
public record DueDays(
        @Nullable Integer day,
        FirstPeriod firstPeriod,
        boolean endOfMonth,
        BusinessDayRule rule,
        @Nullable BusinessCalendar calendar) {
    /** The same day of each month as the first, business day or not. */
    public static final DueDays ANNIVERSARY = new DueDays(null, FirstPeriod.LONG, false, BusinessDayRule.NONE, null);

    private static final int LAST_COMMON_DAY = 28;

    /** How long the first period is, where the due day is fixed. */
    public enum FirstPeriod {
        /** To the first such day after the payout. */
        SHORT,
        /** To the first such day that lies a whole step or more after it. */
        LONG
    }

    public DueDays {
        if (day != null && (day < 1 || day > LAST_COMMON_DAY)) {
            throw new TermsNotPossible("dates/day", "must be from 1 to 28", day.toString());
        }
        if (day != null && endOfMonth) {
            throw new TermsNotPossible("dates/endOfMonth", "must be absent when a day is given", "true");
        }
        if (rule != BusinessDayRule.NONE && calendar == null) {
            throw new TermsNotPossible("dates/calendar", "must be there for the rule " + rule, "nothing");
        }
    }

    void check(Step every) {
        if ((day != null || endOfMonth) && !every.unit().hasDayOfMonth()) {
            throw new TermsNotPossible(
                    day == null ? "dates/endOfMonth" : "dates/day",
                    "must be absent unless steps are months or years",
                    day == null ? "true" : day.toString());
        }
    }

    /** The first due date where only the day of the month was agreed. */
    @Nullable
    LocalDate first(LocalDate start, Step every) {
        if (day == null) {
            return null;
        }
        var earliest = firstPeriod == FirstPeriod.LONG ? every.after(start, 1) : start.plusDays(1);
        var date = earliest.withDayOfMonth(day);
        return date.isBefore(earliest) ? date.plusMonths(1) : date;
    }

    LocalDate on(LocalDate planned) {
        var date = endOfMonth ? YearMonth.from(planned).atEndOfMonth() : planned;
        return calendar == null || rule == BusinessDayRule.NONE ? date : adjusted(date, calendar);
    }

    /** A guess at holidays that nobody has published yet would bind the customer to a day that may be none. */
    private LocalDate adjusted(LocalDate date, BusinessCalendar days) {
        requireListed(date, days);
        var day = days.adjust(date, rule);
        requireListed(day, days);
        return day;
    }

    private static void requireListed(LocalDate date, BusinessCalendar days) {
        if (days.holidays().stream().noneMatch(holiday -> holiday.getYear() == date.getYear())) {
            throw new TermsNotPossible(
                    "dates/calendar",
                    "must list the holidays of the year in which a row falls due, %d".formatted(date.getYear()),
                    days.name() + "-" + days.version());
        }
    }
}
