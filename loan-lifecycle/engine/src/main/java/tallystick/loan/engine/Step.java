package tallystick.loan.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** The step from one due date to the next: so many days, weeks, months or years. */
public record Step(int count, ChronoUnit unit) {
    private static final Pattern OF_ONE_UNIT = Pattern.compile("P([1-9][0-9]{0,2})([DWMY])");

    /** Reads an ISO period of one unit: {@code P15D}, {@code P2W}, {@code P1M}, {@code P1Y}. */
    public static Step parse(String text) {
        var matcher = OF_ONE_UNIT.matcher(text);
        if (!matcher.matches()) {
            throw new TermsNotPossible(
                    "every", "must be an ISO period of one unit, such as P15D, P2W, P1M or P1Y", text);
        }
        return new Step(Integer.parseInt(matcher.group(1)), unit(matcher.group(2)));
    }

    /** The date so many steps after another, counted from it: 31 January, 28 February, 31 March. */
    public LocalDate after(LocalDate start, int steps) {
        return start.plus((long) count * steps, unit);
    }

    /** A step as a part of a year: twelve months, 52 weeks or 365 days are one. */
    YearFraction ofYear() {
        return new YearFraction(
                count,
                switch (unit) {
                    case DAYS -> 365;
                    case WEEKS -> 52;
                    case MONTHS -> 12;
                    default -> 1;
                });
    }

    boolean isOneYear() {
        return (unit == ChronoUnit.YEARS && count == 1) || (unit == ChronoUnit.MONTHS && count == 12);
    }

    /** Whether one step leads from one date to the other; the last day of a month answers to the last. */
    boolean spans(LocalDate from, LocalDate to) {
        var there = after(from, 1);
        return there.equals(to)
                || (unit.compareTo(ChronoUnit.WEEKS) > 0
                        && from.getDayOfMonth() == from.lengthOfMonth()
                        && YearMonth.from(there).equals(YearMonth.from(to))
                        && to.getDayOfMonth() >= from.getDayOfMonth());
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "D" -> ChronoUnit.DAYS;
            case "W" -> ChronoUnit.WEEKS;
            case "M" -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }
}
