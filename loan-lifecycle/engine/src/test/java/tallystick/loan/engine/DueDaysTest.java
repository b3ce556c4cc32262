package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.kernel.BusinessDayRule;
import tallystick.loan.engine.calendars.Calendars;

/** On which days rows fall due. */
class DueDaysTest {
    @Test
    void stepsAreCountedFromTheStartSoThatMonthEndsComeBack() {
        assertThat(dates("2026-01-31", "P1M", 4, DueDays.ANNIVERSARY))
                .containsExactly("2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31");
    }

    @Test
    void endOfMonthStaysThere() {
        assertThat(dates("2026-02-28", "P1M", 3, day(null, DueDays.FirstPeriod.LONG, true)))
                .containsExactly("2026-03-31", "2026-04-30", "2026-05-31");
    }

    @Test
    void aFixedDayHasALongOrAShortFirstPeriod() {
        assertThat(dates("2026-01-20", "P1M", 2, day(5, DueDays.FirstPeriod.LONG, false)))
                .containsExactly("2026-03-05", "2026-04-05");
        assertThat(dates("2026-01-20", "P1M", 2, day(5, DueDays.FirstPeriod.SHORT, false)))
                .containsExactly("2026-02-05", "2026-03-05");
        assertThat(dates("2026-01-05", "P1M", 1, day(5, DueDays.FirstPeriod.SHORT, false)))
                .containsExactly("2026-02-05");
    }

    @Test
    void halfMonthsAreTheDayAndTheOneFifteenLater() {
        assertThat(dates("2026-01-01", "HALF_MONTH", 4, DueDays.ANNIVERSARY))
                .containsExactly("2026-01-16", "2026-02-01", "2026-02-16", "2026-03-01");
        assertThat(dates("2026-01-15", "HALF_MONTH", 4, DueDays.ANNIVERSARY))
                .containsExactly("2026-01-30", "2026-02-15", "2026-02-28", "2026-03-15");
        assertThat(dates("2026-01-31", "HALF_MONTH", 3, DueDays.ANNIVERSARY))
                .containsExactly("2026-02-16", "2026-02-28", "2026-03-16");
    }

    @Test
    void chineseHolidaysMoveADateAndWorkingSaturdaysDoNot() {
        // 15 February 2026 lies in the Spring Festival; 28 February is a Saturday that is worked.
        assertThat(dates("2026-01-15", "P1M", 1, adjusted(BusinessDayRule.FOLLOWING)))
                .containsExactly("2026-02-24");
        assertThat(dates("2026-01-15", "P1M", 1, adjusted(BusinessDayRule.PRECEDING)))
                .containsExactly("2026-02-14");
        assertThat(dates("2026-01-28", "P1M", 1, adjusted(BusinessDayRule.MODIFIED_FOLLOWING)))
                .containsExactly("2026-02-28");
        assertThat(dates("2026-04-30", "P1M", 1, adjusted(BusinessDayRule.MODIFIED_FOLLOWING)))
                .containsExactly("2026-05-29");
    }

    @Test
    void holidaysThatNobodyHasPublishedYetAreNotGuessed() {
        assertThat(dates("2026-11-30", "P1M", 1, adjusted(BusinessDayRule.FOLLOWING)))
                .containsExactly("2026-12-30");
        assertThatThrownBy(() -> dates("2026-11-30", "P1M", 2, adjusted(BusinessDayRule.FOLLOWING)))
                .hasMessage("dates.calendar CN-1 must list the holidays of the year in which a row falls due, 2027");
        assertThat(dates("2026-11-30", "P1M", 2, adjusted(BusinessDayRule.NONE)))
                .containsExactly("2026-12-30", "2027-01-30");
        // The last days of 2023 are a weekend, and nothing is known of the Friday before it.
        assertThatThrownBy(() -> dates("2023-11-30", "P1M", 1, adjusted(BusinessDayRule.FOLLOWING)))
                .hasMessageEndingWith("2023");
        // 31 December 2028 is a Sunday: the day after it would lie in a year that is listed, and New Year is free.
        assertThat(dates(
                        "2028-11-30",
                        "P1M",
                        1,
                        new DueDays(
                                null,
                                DueDays.FirstPeriod.LONG,
                                true,
                                BusinessDayRule.FOLLOWING,
                                Calendars.named("US-1").orElseThrow())))
                .containsExactly("2029-01-02");
        assertThatThrownBy(() -> dates("2033-11-30", "P1M", 1, adjusted(BusinessDayRule.FOLLOWING)))
                .hasMessageEndingWith("2033");
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> day(29, DueDays.FirstPeriod.LONG, false))
                .hasMessage("dates.day 29 must be from 1 to 28");
        assertThatThrownBy(() -> day(5, DueDays.FirstPeriod.LONG, true))
                .hasMessage("dates.endOfMonth true must be absent when a day is given");
        assertThatThrownBy(() -> new DueDays(null, DueDays.FirstPeriod.LONG, false, BusinessDayRule.FOLLOWING, null))
                .hasMessage("dates.calendar nothing must be there for the rule FOLLOWING");
        assertThatThrownBy(() -> dates("2026-01-20", "P2W", 2, day(5, DueDays.FirstPeriod.LONG, false)))
                .hasMessage("dates.day 5 must be absent unless steps are months or years");
        assertThatThrownBy(() -> dates("2026-01-20", "P2W", 2, day(null, DueDays.FirstPeriod.LONG, true)))
                .hasMessage("dates.endOfMonth true must be absent unless steps are months or years");
        assertThatThrownBy(() -> dates("2026-01-20", "P1M", 0, DueDays.ANNIVERSARY))
                .hasMessage("count 0 must be from 1 to 2600");
    }

    private static DueDays day(@Nullable Integer day, DueDays.FirstPeriod first, boolean endOfMonth) {
        return new DueDays(day, first, endOfMonth, BusinessDayRule.NONE, null);
    }

    private static DueDays adjusted(BusinessDayRule rule) {
        return new DueDays(
                null,
                DueDays.FirstPeriod.LONG,
                false,
                rule,
                Calendars.named("CN-1").orElseThrow());
    }

    private static List<String> dates(String start, String every, int count, DueDays days) {
        return DueDates.of(LocalDate.parse(start), null, Step.parse(every), count, days).stream()
                .map(LocalDate::toString)
                .toList();
    }
}
