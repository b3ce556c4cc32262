package tallystick.loan.engine.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.BusinessCalendar;

/** The tables that come with the engine: against Strata's where it has them, else against the notices they cite. */
class CalendarsTest {
    @Test
    void targetIsThatOfStrata() {
        same("TARGET-1", HolidayCalendarIds.EUTA, LocalDate.MIN);
    }

    @Test
    void theFederalReserveIsThatOfStrata() {
        // Strata rests on the Friday before a Juneteenth that is a Saturday; the Reserve Banks are open on it.
        same("US-1", HolidayCalendarIds.NYFD, on("2027-06-18"));
    }

    @Test
    void chinaRestsAndWorksAsTheStateCouncilSaid() {
        var china = named("CN-1");
        // Notice for 2026: 15 to 23 February free, and the Saturdays 14 and 28 February worked for it.
        assertThat(china.isBusinessDay(on("2026-02-14"))).isTrue();
        assertThat(china.isBusinessDay(on("2026-02-16"))).isFalse();
        assertThat(china.next(on("2026-02-14"))).isEqualTo("2026-02-24");
        assertThat(china.isBusinessDay(on("2026-02-28"))).isTrue();
        // Notice for 2025: 1 to 8 October, with 28 September and 11 October worked.
        assertThat(china.next(on("2025-09-30"))).isEqualTo("2025-10-09");
        assertThat(china.isBusinessDay(on("2025-10-11"))).isTrue();
    }

    @Test
    void everyChineseWorkingDayIsOneOfAWeekend() {
        var china = named("CN-1");
        assertThat(china.workingDays())
                .hasSize(8 + 5 + 6)
                .allSatisfy(day -> assertThat(china.weekend()).contains(day.getDayOfWeek()));
    }

    @Test
    void aTableIsItsNameItsVersionAndItsLines() {
        var table = HolidayTable.parse(
                "X-Y-2",
                List.of(
                        "# for people",
                        "date,kind,name,source",
                        "2026-01-01,HOLIDAY,New Year,law",
                        "2026-01-03,WORKING_DAY,New Year,law"));
        assertThat(table.name()).isEqualTo("X-Y");
        assertThat(table.version()).isEqualTo("2");
        assertThat(table.isBusinessDay(on("2026-01-01"))).isFalse();
        assertThat(table.isBusinessDay(on("2026-01-03"))).isTrue();
        assertThat(table.isBusinessDay(on("2026-01-04"))).isFalse();
        assertThat(HolidayTable.read("CN-1")).isEqualTo(named("CN-1"));
    }

    @Test
    void aTableSaysWhatIsWrongWithIt() {
        assertThatThrownBy(() -> HolidayTable.parse("XX-1", List.of("2026-01-01,HOLIDAY,New Year")))
                .hasMessage("Expected date, kind, name and source in XX-1.csv; found '2026-01-01,HOLIDAY,New Year'.");
        assertThatThrownBy(() -> HolidayTable.parse("XX-1", List.of("2026-01-01,FREE,New Year,law")))
                .hasMessage("Expected HOLIDAY or WORKING_DAY in XX-1.csv; found 'FREE'.");
        assertThatThrownBy(() -> HolidayTable.parse(
                        "XX-1", List.of("2026-01-01,HOLIDAY,New Year,law", "2026-01-01,HOLIDAY,Again,law")))
                .hasMessage("Expected each date once in XX-1.csv; found 2026-01-01 again.");
        assertThat(Calendars.named("XX-1")).isEmpty();
    }

    private static void same(String name, HolidayCalendarId id, LocalDate except) {
        var ours = named(name);
        var theirs = id.resolve(ReferenceData.standard());
        for (var day = on("2024-01-01"); day.getYear() < 2031; day = day.plusDays(1)) {
            if (!day.equals(except)) {
                assertThat(ours.isBusinessDay(day)).as("%s", day).isEqualTo(theirs.isBusinessDay(day));
            }
        }
    }

    private static BusinessCalendar named(String name) {
        return Calendars.named(name).orElseThrow();
    }

    private static LocalDate on(String date) {
        return LocalDate.parse(date);
    }
}
