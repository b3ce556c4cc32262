package tallystick.architecture.badhouse.loan.servicing;

import java.time.Instant;

final class ReadsTheClock {
    Instant now() {
        return Instant.now();
    }
}
