package tallystick.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/** Where a loan is made, and so which day it is there. Stored by name: add, never rename. */
public enum Jurisdiction {
    CN("Asia/Shanghai"),
    IE("Europe/Dublin");

    private final ZoneId zone;

    Jurisdiction(String zone) {
        this.zone = ZoneId.of(zone);
    }

    /** By its code, such as {@code CN}; empty when there is no such market. */
    public static Optional<Jurisdiction> of(String code) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(code))
                .findFirst();
    }

    /** Of a code that was checked before. */
    public static Jurisdiction named(String code) {
        return of(code).orElseThrow(() -> new IllegalArgumentException(
                "Expected a jurisdiction of %s; found '%s'.".formatted(Arrays.toString(values()), code)));
    }

    public LocalDate dateAt(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** What the clocks on the walls show there. */
    public LocalTime timeAt(Instant instant) {
        return LocalTime.ofInstant(instant, zone);
    }

    /** The first moment of a day there. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
