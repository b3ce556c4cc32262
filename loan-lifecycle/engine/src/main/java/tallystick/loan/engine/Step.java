package tallystick.loan.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** The step from one due date to the next: so many days, weeks, half months, months or years. */
public record Step(int count, StepUnit unit) {
    /** How terms write the one step that ISO has no period for. */
    public static final String HALF_MONTH = "HALF_MONTH";

    private static final Pattern OF_ONE_UNIT = Pattern.compile("P([1-9][0-9]{0,2})([DWMY])");

    /** Reads an ISO period of one unit, such as {@code P15D}, {@code P2W}, {@code P1M} or {@code P1Y}, or {@link #HALF_MONTH}. */
    public static Step parse(String text) {
        if (text.equals(HALF_MONTH)) {
            return new Step(1, StepUnit.HALF_MONTH);
        }
        var matcher = OF_ONE_UNIT.matcher(text);
        if (!matcher.matches()) {
            throw new TermsNotPossible(
                    "every",
                    "must be an ISO period of one unit, such as P15D, P2W, P1M or P1Y, or " + HALF_MONTH,
                    text);
        }
        return new Step(Integer.parseInt(matcher.group(1)), unit(matcher.group(2)));
    }

    /** The date so many steps after another, counted from it: 31 January, 28 February, 31 March. */
    public LocalDate after(LocalDate start, int steps) {
        return unit.after(start, (long) count * steps);
    }

    /** A step as a part of a year: twelve months, 52 weeks or 365 days are one. */
    YearFraction ofYear() {
        return new YearFraction(count, unit.inYear());
    }

    boolean isOneYear() {
        return (unit == StepUnit.YEAR && count == 1) || (unit == StepUnit.MONTH && count == 12);
    }

    /** Whether one step leads from one date to the other; the last day of a month answers to the last. */
    boolean spans(LocalDate from, LocalDate to) {
        var there = after(from, 1);
        return there.equals(to)
                || (unit.hasDayOfMonth()
                        && from.getDayOfMonth() == from.lengthOfMonth()
                        && YearMonth.from(there).equals(YearMonth.from(to))
                        && to.getDayOfMonth() >= from.getDayOfMonth());
    }

    private static StepUnit unit(String letter) {
        return switch (letter) {
            case "D" -> StepUnit.DAY;
            case "W" -> StepUnit.WEEK;
            case "M" -> StepUnit.MONTH;
            default -> StepUnit.YEAR;
        };
    }
}
