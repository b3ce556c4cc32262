package tallystick.bank.gateway.banks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps orders back from a bank that has not answered many times in a row, so that a bank in trouble does not leave us
 * with ever more doubts. After a pause one call may try again.
 */
final class Breaker {
    private static final int OPENS_AFTER = 10;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private int unanswered;
    private Instant openUntil = Instant.MIN;

    Breaker(InstantSource clock) {
        this.clock = clock;
    }

    /** Whoever finds it closed again after a pause is the one to try; the others wait for another pause. */
    synchronized boolean isOpen() {
        if (unanswered < OPENS_AFTER) {
            return false;
        }
        var now = clock.instant();
        if (now.isBefore(openUntil)) {
            return true;
        }
        openUntil = now.plus(PAUSE);
        return false;
    }

    /** What became of a call. */
    synchronized void saw(boolean answered) {
        unanswered = answered ? 0 : unanswered + 1;
        if (unanswered == OPENS_AFTER) {
            openUntil = clock.instant().plus(PAUSE);
        }
    }
}
