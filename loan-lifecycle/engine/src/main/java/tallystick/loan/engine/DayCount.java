package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How much of a year lies between two dates. Lives here, so that a loan's arithmetic never changes with a library. */
public enum DayCount {
    /** Bond basis (ISDA 2006 4.16 (f)): months of 30 days; the 31st counts as the 30th when the start does. */
    THIRTY_360("30/360") {
        @Override
        BigDecimal between(LocalDate from, LocalDate to, MathContext precision) {
            var first = Math.min(from.getDayOfMonth(), 30);
            var last = first == 30 ? Math.min(to.getDayOfMonth(), 30) : to.getDayOfMonth();
            return ratio(thirties(from, first, to, last), 360, precision);
        }
    },
    /** Eurobond basis (ISDA 2006 4.16 (g)): both 31sts count as the 30th. */
    THIRTY_E_360("30E/360") {
        @Override
        BigDecimal between(LocalDate from, LocalDate to, MathContext precision) {
            return ratio(
                    thirties(from, Math.min(from.getDayOfMonth(), 30), to, Math.min(to.getDayOfMonth(), 30)),
                    360,
                    precision);
        }
    },
    ACT_360("ACT/360") {
        @Override
        BigDecimal between(LocalDate from, LocalDate to, MathContext precision) {
            return ratio(days(from, to), 360, precision);
        }
    },
    /** Fixed: every year has 365 days. */
    ACT_365("ACT/365") {
        @Override
        BigDecimal between(LocalDate from, LocalDate to, MathContext precision) {
            return ratio(days(from, to), 365, precision);
        }
    },
    /** The year in which the period ends decides: 366 days in a leap year, for every day of the period. */
    ACT_365L("ACT/365L") {
        @Override
        BigDecimal between(LocalDate from, LocalDate to, MathContext precision) {
            return ratio(days(from, to), Year.isLeap(to.getYear()) ? 366 : 365, precision);
        }
    },
    /** ISDA: each day counts in its own year. */
    ACT_ACT("ACT/ACT") {
        @Override
        BigDecimal between(LocalDate from, LocalDate to, MathContext precision) {
            var sum = BigDecimal.ZERO;
            for (var start = from; start.isBefore(to); ) {
                var next = LocalDate.of(start.getYear() + 1, 1, 1);
                var end = next.isBefore(to) ? next : to;
                sum = sum.add(ratio(days(start, end), start.lengthOfYear(), precision), precision);
                start = end;
            }
            return sum;
        }
    },
    /** The usual basis of Chinese banks: whole months at a twelfth of the rate, odd days at a 360th. */
    MONTHS_PLUS_DAYS_360("MONTHS_PLUS_DAYS/360") {
        @Override
        BigDecimal between(LocalDate from, LocalDate to, MathContext precision) {
            var months = ChronoUnit.MONTHS.between(from, to);
            return ratio(30 * months + days(from.plusMonths(months), to), 360, precision);
        }
    };

    private final String text;

    DayCount(String text) {
        this.text = text;
    }

    /** The part of a year from one date to a later one. */
    abstract BigDecimal between(LocalDate from, LocalDate to, MathContext precision);

    public static Optional<DayCount> of(String text) {
        return Arrays.stream(values()).filter(count -> count.text.equals(text)).findFirst();
    }

    /** What people may write. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(DayCount::toString).toList();
    }

    @Override
    public String toString() {
        return text;
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    private static long thirties(LocalDate from, int first, LocalDate to, int last) {
        return 360L * (to.getYear() - from.getYear())
                + 30L * (to.getMonthValue() - from.getMonthValue())
                + (last - first);
    }

    private static BigDecimal ratio(long days, long year, MathContext precision) {
        return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(year), precision);
    }
}
