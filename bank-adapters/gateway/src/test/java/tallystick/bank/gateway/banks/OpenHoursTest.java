package tallystick.bank.gateway.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.bank.spi.Operation.COLLECT;
import static tallystick.bank.spi.Operation.PAY_OUT;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tallystick.bank.spi.Capabilities.Hours;

/** Cut-offs and calendars are data; what comes too late waits for the next opening. */
class OpenHoursTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final OpenHours HOURS = OpenHours.of(
            "city",
            Map.of(PAY_OUT, new Hours(LocalTime.of(8, 0), LocalTime.of(12, 0), SHANGHAI)),
            Map.of(
                    "hours.pay-out",
                    "09:00-17:00",
                    "hours.zone",
                    "Asia/Shanghai",
                    "hours.holidays",
                    "2026-01-01, 2026-01-02",
                    "hours.working-days",
                    "2026-01-04"));

    private static Instant shanghai(String time) {
        return java.time.LocalDateTime.parse(time).atZone(SHANGHAI).toInstant();
    }

    @Test
    void rule15BeforeTheCutOffItIsTakenIn() {
        assertThat(HOURS.opens(PAY_OUT, shanghai("2026-01-05T09:00"))).isEmpty();
        assertThat(HOURS.opens(PAY_OUT, shanghai("2026-01-05T16:59:59"))).isEmpty();
    }

    @Test
    void rule15AfterTheCutOffItWaitsForTheNextBusinessDay() {
        assertThat(HOURS.opens(PAY_OUT, shanghai("2026-01-05T17:00"))).contains(shanghai("2026-01-06T09:00"));
        assertThat(HOURS.opens(PAY_OUT, shanghai("2026-01-09T18:00"))).contains(shanghai("2026-01-12T09:00"));
        assertThat(HOURS.opens(PAY_OUT, shanghai("2026-01-05T08:59"))).contains(shanghai("2026-01-05T09:00"));
    }

    @Test
    void rule15HolidaysAndWorkingSundaysCount() {
        assertThat(HOURS.opens(PAY_OUT, shanghai("2026-01-01T10:00"))).contains(shanghai("2026-01-04T09:00"));
        assertThat(HOURS.opens(PAY_OUT, shanghai("2026-01-04T10:00"))).isEmpty();
    }

    @Test
    void rule15WhatHasNoHoursIsTakenInAtAnyTime() {
        assertThat(HOURS.opens(COLLECT, shanghai("2026-01-01T03:00"))).isEmpty();
        assertThat(HOURS.known(COLLECT, shanghai("2026-01-05T10:00"))).isEqualTo(shanghai("2026-01-05T10:00"));
    }

    @Test
    void rule5WhatWasSentIsKnownOnlyPastTheCutOff() {
        assertThat(HOURS.known(PAY_OUT, shanghai("2026-01-05T10:00"))).isEqualTo(shanghai("2026-01-05T17:00"));
    }

    @Test
    void hoursThatAreNoneAreRefusedByName() {
        assertThatThrownBy(() -> OpenHours.of("city", Map.of(), Map.of("hours.pay-out", "17:00-09:00")))
                .hasMessage("hours.pay-out: expected hours such as 09:00-17:00; found '17:00-09:00'.");
    }
}
