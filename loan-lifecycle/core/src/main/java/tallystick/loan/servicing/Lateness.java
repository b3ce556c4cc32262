package tallystick.loan.servicing;

import java.time.temporal.ChronoUnit;
import tallystick.loan.engine.Statement;

/** How late a loan is: a measure of its oldest unpaid due date, never a state. */
final class Lateness {
    private Lateness() {}

    static long days(Statement now) {
        var oldest = now.oldestUnpaid();
        return oldest == null ? 0 : ChronoUnit.DAYS.between(oldest, now.asOf());
    }
}
