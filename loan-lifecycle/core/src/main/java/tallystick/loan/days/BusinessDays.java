package tallystick.loan.days;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Which date it is where a loan was made. A day is not closed by hand yet: the calendar date is the business date. */
public final class BusinessDays {
    private static final Map<String, ZoneId> ZONES =
            Map.of("CN", ZoneId.of("Asia/Shanghai"), "IE", ZoneId.of("Europe/Dublin"));

    private final InstantSource clock;

    BusinessDays(InstantSource clock) {
        this.clock = clock;
    }

    public LocalDate today(String jurisdiction) {
        return zone(jurisdiction)
                .map(zone -> LocalDate.ofInstant(clock.instant(), zone))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected a jurisdiction of %s; found %s.".formatted(ZONES.keySet(), jurisdiction)));
    }

    static Optional<ZoneId> zone(String jurisdiction) {
        return Optional.ofNullable(ZONES.get(jurisdiction));
    }
}
