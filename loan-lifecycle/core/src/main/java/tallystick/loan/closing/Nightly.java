package tallystick.loan.closing;

import java.time.InstantSource;
import java.time.LocalDate;
import tallystick.kernel.Ids;
import tallystick.kernel.Jurisdiction;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.operations.Operations;

/** Closes days that are over, a while after midnight where the loans were made; missed days too, in their order. */
final class Nightly {
    private final BusinessDays days;
    private final Operations operations;
    private final ClosingSettings settings;
    private final InstantSource clock;

    Nightly(BusinessDays days, Operations operations, ClosingSettings settings, InstantSource clock) {
        this.days = days;
        this.operations = operations;
        this.settings = settings;
        this.clock = clock;
    }

    void run() {
        for (var jurisdiction : Jurisdiction.values()) {
            var over =
                    jurisdiction.dateAt(clock.instant().minus(settings.after())).minusDays(1);
            if (isOpen(jurisdiction.name(), over)) {
                start(jurisdiction.name(), over);
            }
        }
    }

    private boolean isOpen(String jurisdiction, LocalDate day) {
        var last = days.lastClosed(jurisdiction);
        return last == null || last.isBefore(day);
    }

    /** The id follows from the day: one that failed waits for a person. */
    private void start(String jurisdiction, LocalDate day) {
        operations.start(
                Ids.derived("op", "day-close", jurisdiction, day.toString()),
                DayClose.TYPE,
                new DayClose.Ask(jurisdiction, day, false).json(),
                "day close");
    }
}
