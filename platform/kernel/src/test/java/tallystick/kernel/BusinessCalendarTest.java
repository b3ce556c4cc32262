package tallystick.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.kernel.Seeds.forAll;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    private static final LocalDate SATURDAY = LocalDate.of(2026, 1, 31);
    private static final LocalDate WORKED_SATURDAY = LocalDate.of(2026, 2, 14);
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 2, 16);

    private final BusinessCalendar calendar = new BusinessCalendar(
            "XX", "2026-a", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(HOLIDAY), Set.of(WORKED_SATURDAY));

    @Test
    void weekendsAndHolidaysAreFreeAndWorkedSaturdaysAreNot() {
        assertThat(calendar.isBusinessDay(SATURDAY)).isFalse();
        assertThat(calendar.isBusinessDay(HOLIDAY)).isFalse();
        assertThat(calendar.isBusinessDay(WORKED_SATURDAY)).isTrue();
        assertThat(calendar.isBusinessDay(HOLIDAY.plusDays(1))).isTrue();
    }

    @Test
    void searchesSkipFreeDays() {
        assertThat(calendar.next(WORKED_SATURDAY)).isEqualTo("2026-02-17");
        assertThat(calendar.previous(HOLIDAY.plusDays(1))).isEqualTo(WORKED_SATURDAY);
        assertThat(calendar.next(WORKED_SATURDAY.minusDays(1))).isEqualTo(WORKED_SATURDAY);
    }

    @Test
    void eachRuleMovesAFreeDayItsOwnWay() {
        assertThat(calendar.adjust(SATURDAY, BusinessDayRule.NONE)).isEqualTo("2026-01-31");
        assertThat(calendar.adjust(SATURDAY, BusinessDayRule.FOLLOWING)).isEqualTo("2026-02-02");
        assertThat(calendar.adjust(SATURDAY, BusinessDayRule.MODIFIED_FOLLOWING))
                .isEqualTo("2026-01-30");
        assertThat(calendar.adjust(HOLIDAY, BusinessDayRule.MODIFIED_FOLLOWING)).isEqualTo("2026-02-17");
        assertThat(calendar.adjust(HOLIDAY, BusinessDayRule.PRECEDING)).isEqualTo("2026-02-14");
        var sundayTheFirst = LocalDate.of(2026, 2, 1);
        assertThat(calendar.adjust(sundayTheFirst, BusinessDayRule.PRECEDING)).isEqualTo("2026-01-30");
        assertThat(calendar.adjust(sundayTheFirst, BusinessDayRule.MODIFIED_PRECEDING))
                .isEqualTo("2026-02-02");
    }

    @Test
    void adjustedDatesAreBusinessDaysAndModifiedRulesStayInTheMonth() {
        forAll(random -> {
            var date = LocalDate.ofEpochDay(random.nextInt(20_000, 30_000));
            for (var rule : EnumSet.complementOf(EnumSet.of(BusinessDayRule.NONE))) {
                var adjusted = calendar.adjust(date, rule);
                assertThat(calendar.isBusinessDay(adjusted))
                        .as("%s %s", rule, date)
                        .isTrue();
                if (rule.name().startsWith("MODIFIED")) {
                    assertThat(YearMonth.from(adjusted)).as("%s %s", rule, date).isEqualTo(YearMonth.from(date));
                }
            }
        });
    }

    @Test
    void aDayCannotBeFreeAndWorked() {
        assertThatThrownBy(() -> new BusinessCalendar("XX", "1", Set.of(), Set.of(HOLIDAY), Set.of(HOLIDAY)))
                .hasMessage("Expected MONDAY 2026-02-16 to be either a holiday or a working day of XX; found both.");
    }

    @Test
    void aCalendarWithoutBusinessDaysIsBrokenData() {
        var never = new BusinessCalendar("XX", "1", EnumSet.allOf(DayOfWeek.class), Set.of(), Set.of());
        assertThatThrownBy(() -> never.next(HOLIDAY))
                .hasMessage("Expected a business day of XX 1 within 60 days of 2026-02-16; found none. Mend its data.");
    }

    @Test
    void booksAreClosedForEveryDayAlsoOnWeekends() {
        var friday = new BusinessDate("CN", LocalDate.of(2026, 1, 30));
        assertThat(friday.next()).hasToString("CN 2026-01-31");
        assertThat(friday.next().isAfter(friday)).isTrue();
    }

    @Test
    void businessDatesOfTwoJurisdictionsDoNotCompare() {
        var cn = new BusinessDate("CN", HOLIDAY);
        var us = new BusinessDate("US", HOLIDAY);
        assertThatThrownBy(() -> cn.compareTo(us)).hasMessage("Expected a business date of CN; found US 2026-02-16.");
        assertThatThrownBy(() -> new BusinessDate("", HOLIDAY))
                .hasMessage("Expected a jurisdiction such as CN; found ''.");
    }
}
