package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * Parts of a year, by the examples of ISDA's paper "EMU and market conventions: recent developments" (1998) for actual
 * days, and by the text of the 2006 definitions for the others.
 */
class DayCountTest {
    @Test
    void actualActualSplitsAtTheNewYear() {
        // ISDA's example: 61 days of 2003 and 121 of 2004.
        assertThat(year("ACT/ACT", "2003-11-01", "2004-05-01")).isEqualTo(sum("61/365", "121/366"));
        // Its short first period, wholly in 1999, and its long first period over two years.
        assertThat(year("ACT/ACT", "1999-02-01", "1999-07-01")).isEqualTo(sum("150/365"));
        assertThat(year("ACT/ACT", "2002-08-15", "2003-07-15")).isEqualTo(sum("334/365"));
        assertThat(year("ACT/ACT", "1999-07-30", "2000-01-30")).isEqualTo(sum("155/365", "29/366"));
    }

    @Test
    void actualOverAFixedYear() {
        assertThat(year("ACT/365", "2003-11-01", "2004-05-01")).isEqualTo(sum("182/365"));
        assertThat(year("ACT/360", "2003-11-01", "2004-05-01")).isEqualTo(sum("182/360"));
    }

    @Test
    void bondBasisMovesTheSecondThirtyFirstOnlyAfterAThirtieth() {
        assertThat(year("30/360", "2007-01-15", "2007-01-31")).isEqualTo(sum("16/360"));
        assertThat(year("30/360", "2007-01-30", "2007-03-31")).isEqualTo(sum("60/360"));
        assertThat(year("30/360", "2007-02-28", "2007-03-31")).isEqualTo(sum("33/360"));
        assertThat(year("30/360", "2007-01-31", "2007-02-28")).isEqualTo(sum("28/360"));
    }

    @Test
    void eurobondBasisMovesEveryThirtyFirst() {
        assertThat(year("30E/360", "2007-01-15", "2007-01-31")).isEqualTo(sum("15/360"));
        assertThat(year("30E/360", "2007-02-28", "2007-03-31")).isEqualTo(sum("32/360"));
    }

    @Test
    void actual365LLooksAtTheEndOfThePeriod() {
        assertThat(year("ACT/365L", "2023-12-01", "2024-01-01")).isEqualTo(sum("31/366"));
        assertThat(year("ACT/365L", "2024-12-01", "2025-01-01")).isEqualTo(sum("31/365"));
    }

    @Test
    void actual365LOfAYearLooksForTheLeapDay() {
        var period = new Period(1, 1, day("2024-03-01"), day("2025-03-01"));
        var year = DayCount.parse("ACT/365L").between(period.from(), period.due(), period, Step.parse("P1Y"));
        assertThat(decimal(year)).isEqualTo(sum("365/365"));
        assertThat(decimal(ofYear("2023-06-01", "2024-06-01"))).isEqualTo(sum("366/366"));
        assertThat(decimal(ofYear("2023-02-28", "2024-02-29"))).isEqualTo(sum("366/366"));
        assertThat(decimal(ofYear("2024-02-29", "2025-02-28"))).isEqualTo(sum("365/365"));
        assertThat(decimal(ofYear("2025-01-01", "2026-01-01"))).isEqualTo(sum("365/365"));
        // Twelve months are a year as well; two years and eleven months are none, and look at their end.
        var long24 = new Period(1, 1, day("2023-06-01"), day("2025-06-01"));
        assertThat(decimal(DayCount.parse("ACT/365L").between(long24.from(), long24.due(), long24, Step.parse("P2Y"))))
                .isEqualTo(sum("731/365"));
        var short11 = new Period(1, 1, day("2023-06-01"), day("2024-05-01"));
        assertThat(decimal(
                        DayCount.parse("ACT/365L").between(short11.from(), short11.due(), short11, Step.parse("P11M"))))
                .isEqualTo(sum("335/366"));
    }

    private static YearFraction ofYear(String from, String due) {
        var period = new Period(1, 1, day(from), day(due));
        return DayCount.parse("ACT/365L").between(period.from(), period.due(), period, Step.parse("P12M"));
    }

    @Test
    void monthsPlusDaysKnowsMonthEndsOverANewYear() {
        assertThat(year("MONTHS_PLUS_DAYS/360", "2025-12-31", "2026-02-28")).isEqualTo(sum("60/360"));
        assertThat(year("MONTHS_PLUS_DAYS/360", "2025-11-30", "2026-02-28")).isEqualTo(sum("90/360"));
        assertThat(year("MONTHS_PLUS_DAYS/360", "2025-12-28", "2026-02-28")).isEqualTo(sum("60/360"));
        assertThat(year("MONTHS_PLUS_DAYS/360", "2025-12-30", "2026-03-05")).isEqualTo(sum("65/360"));
    }

    @Test
    void monthsPlusDaysCountsWholeMonthsAsTwelfths() {
        assertThat(year("MONTHS_PLUS_DAYS/360", "2026-01-15", "2026-04-15")).isEqualTo(sum("90/360"));
        assertThat(year("MONTHS_PLUS_DAYS/360", "2026-01-15", "2026-04-20")).isEqualTo(sum("95/360"));
        assertThat(year("MONTHS_PLUS_DAYS/360", "2026-01-31", "2026-02-28")).isEqualTo(sum("30/360"));
    }

    private static BigDecimal year(String dayCount, String from, String to) {
        var period = new Period(1, 1, day(from), day(to));
        return decimal(DayCount.parse(dayCount).between(period.from(), period.due(), period, Step.parse("P1M")));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static BigDecimal sum(String... fractions) {
        var sum = BigDecimal.ZERO;
        for (var fraction : fractions) {
            var parts = fraction.split("/", -1);
            sum = sum.add(new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), 20, RoundingMode.HALF_EVEN));
        }
        return sum.setScale(12, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal decimal(YearFraction year) {
        return BigDecimal.valueOf(year.numerator())
                .divide(BigDecimal.valueOf(year.denominator()), 12, RoundingMode.HALF_EVEN);
    }
}
