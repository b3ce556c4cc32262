package tallystick.loan.engine;

import java.util.stream.IntStream;

/** An exact part of a year. */
record YearFraction(long numerator, long denominator) {
    private static final int LONGEST_KEPT = 366;
    private static final YearFraction[] OF_360 = kept(360);
    private static final YearFraction[] OF_365 = kept(365);

    /** So many days of a year. Those of short periods are made once: a schedule has hundreds of them. */
    static YearFraction days(long days, int year) {
        if (days >= 0 && days <= LONGEST_KEPT) {
            if (year == 365) {
                return OF_365[(int) days];
            }
            if (year == 360) {
                return OF_360[(int) days];
            }
        }
        return new YearFraction(days, year);
    }

    private static YearFraction[] kept(int year) {
        return IntStream.rangeClosed(0, LONGEST_KEPT)
                .mapToObj(days -> new YearFraction(days, year))
                .toArray(YearFraction[]::new);
    }
}
