package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How much of a year lies between two dates, named as people write it, such as {@code ACT/365}. Some stand for a part of
 * Fineract's arithmetic only and have no rule of ours.
 */
public enum DayCount {
    /** Bond basis: ISDA 2006 4.16 (f). */
    THIRTY_360("30/360", 30, 360, (from, to, _, _) -> DayRules.bond(from, to)),
    /** Eurobond basis: ISDA 2006 4.16 (g). */
    THIRTY_E_360("30E/360", 30, 360, (from, to, _, _) -> DayRules.eurobond(from, to)),
    ACT_360("ACT/360", 0, 360, (from, to, period, _) -> DayRules.actual(from, to, period, 360)),
    /** Fixed: ISDA 2006 4.16 (d). */
    ACT_365("ACT/365", 0, 365, (from, to, period, _) -> DayRules.actual(from, to, period, 365)),
    /** 366 days where the period ends in a leap year; of yearly periods, where it holds 29 February. */
    ACT_365_L("ACT/365L", 0, 365, DayRules::actual365L),
    /** ISDA 2006 4.16 (b): days in leap years over 366, the others over 365. */
    ACT_ACT("ACT/ACT", 0, 0, (from, to, _, _) -> DayRules.actualActual(from, to)),
    /** The usual basis of Chinese banks: whole months are twelfths of a year, odd days are 360ths. */
    MONTHS_PLUS_DAYS_360("MONTHS_PLUS_DAYS/360", 30, 360, (from, to, _, _) -> DayRules.monthsPlusDays(from, to)),
    THIRTY_365("30/365", 30, 365, null),
    THIRTY_ACT("30/ACT", 30, 0, null),
    ACT_364("ACT/364", 0, 364, null);

    private final String written;
    private final int month;
    private final int year;

    @SuppressWarnings("ImmutableEnumChecker") // The rules are functions without state.
    private final @Nullable Rule rule;

    DayCount(String written, int month, int year, @Nullable Rule rule) {
        this.written = written;
        this.month = month;
        this.year = year;
        this.rule = rule;
    }

    /** The part of a year, seen from the period it lies in. */
    @FunctionalInterface
    interface Rule {
        YearFraction between(LocalDate from, LocalDate to, Period period, Step every);
    }

    public static DayCount parse(String text) {
        for (var dayCount : values()) {
            if (dayCount.written.equals(text)) {
                return dayCount;
            }
        }
        throw new TermsNotPossible("dayCount", "must be a day count such as ACT/365 or 30/360", text);
    }

    YearFraction between(LocalDate from, LocalDate to, Period period, Step every) {
        if (rule == null) {
            throw new IllegalStateException(
                    "Expected a day count of ours; found %s. Terms are checked before.".formatted(this));
        }
        return rule.between(from, to, period, every);
    }

    /** Whether Fineract has it: days of a month over days of a year. */
    boolean isFineracts() {
        return this != THIRTY_E_360 && this != ACT_365_L && this != MONTHS_PLUS_DAYS_360;
    }

    boolean isOurs() {
        return rule != null;
    }

    /** Empty where a month has the days of the calendar. */
    OptionalInt daysOfMonth() {
        return month == 0 ? OptionalInt.empty() : OptionalInt.of(month);
    }

    /** Empty where a year has the days of the calendar. */
    OptionalInt daysOfYear() {
        return year == 0 ? OptionalInt.empty() : OptionalInt.of(year);
    }

    @Override
    public String toString() {
        return written;
    }
}
