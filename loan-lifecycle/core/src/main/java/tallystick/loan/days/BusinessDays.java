package tallystick.loan.days;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import tallystick.kernel.Jurisdiction;

/** Which date it is where a loan was made. A day is not closed by hand yet: the calendar date is the business date. */
public final class BusinessDays {
    private final InstantSource clock;

    BusinessDays(InstantSource clock) {
        this.clock = clock;
    }

    public LocalDate today(String jurisdiction) {
        return Jurisdiction.named(jurisdiction).dateAt(clock.instant());
    }

    /** The latest date on which any jurisdiction books now. */
    public LocalDate latest() {
        return everywhere().max(LocalDate::compareTo).orElseThrow();
    }

    /** The earliest date on which any jurisdiction books now. */
    public LocalDate earliest() {
        return everywhere().min(LocalDate::compareTo).orElseThrow();
    }

    private Stream<LocalDate> everywhere() {
        return Arrays.stream(Jurisdiction.values()).map(known -> today(known.name()));
    }
}
