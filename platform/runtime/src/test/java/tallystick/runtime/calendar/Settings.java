package tallystick.runtime.calendar;

import java.time.Duration;

final class Settings {
    private Settings() {}

    /** As they are without configuration. */
    static CalendarSettings usual() {
        return new CalendarSettings(
                true,
                "tallystick",
                "quartz",
                4,
                4,
                Duration.ofSeconds(3),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5));
    }
}
