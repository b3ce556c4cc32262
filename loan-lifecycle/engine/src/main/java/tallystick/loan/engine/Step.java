package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The step between due dates: so many months, or so many days. One of the two is zero. */
public record Step(int months, int days) {
    private static final Pattern ISO = Pattern.compile("P([1-9][0-9]{0,2})([DWMY])");

    /** Reads {@code P15D}, {@code P2W}, {@code P1M} or {@code P1Y}. */
    public static Step of(String iso) {
        var parts = ISO.matcher(iso);
        if (!parts.matches()) {
            throw new TermsRefused("every", "not-a-step", "a step such as P1M, P2W or P15D", iso);
        }
        var number = Integer.parseInt(parts.group(1));
        return switch (parts.group(2)) {
            case "D" -> new Step(0, number);
            case "W" -> new Step(0, 7 * number);
            case "M" -> new Step(number, 0);
            default -> new Step(12 * number, 0);
        };
    }

    /** So many due dates, each counted from the first, so that the 31st comes back after February. */
    public List<LocalDate> from(LocalDate first, int count) {
        if (count < 1 || count > LoanTerms.MOST_ROWS) {
            throw new TermsRefused("count", "out-of-range", "1 to " + LoanTerms.MOST_ROWS, "" + count);
        }
        return IntStream.range(0, count).mapToObj(n -> after(first, n)).toList();
    }

    private LocalDate after(LocalDate first, int steps) {
        return months > 0 ? first.plusMonths((long) months * steps) : first.plusDays((long) days * steps);
    }

    /** How many of them make a year. */
    double perYear() {
        return months > 0 ? 12.0 / months : 365.0 / days;
    }
}
