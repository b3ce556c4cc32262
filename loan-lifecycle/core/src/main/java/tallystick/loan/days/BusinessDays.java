package tallystick.loan.days;

import java.time.InstantSource;
import java.time.LocalDate;
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
}
