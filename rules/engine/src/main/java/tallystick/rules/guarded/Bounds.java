package tallystick.rules.guarded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * How far one run may go. Calls, firings, and what is kept are counted, so that a run which goes too far stops at the same
 * place every time. The clock is there for what counting cannot see, and is no part of an answer: that run fails.
 */
final class Bounds {
    private static final int MOST_FIRED = 10_000;
    private static final int MOST_CALLS = 1_000_000;
    private static final int MOST_SAID = 200;
    private static final int MOST_CONCLUDED = 100;
    private static final int MOST_DIGITS = 18;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final long started = System.nanoTime();
    private int calls;

    void call() {
        calls++;
        within("calls", calls, MOST_CALLS);
        if (System.nanoTime() - started > LONGEST.toNanos()) {
            throw new IllegalStateException(
                    "Expected guarded rules to run within %s; found them running after %,d calls."
                            .formatted(LONGEST, calls));
        }
    }

    void fired(int rules) {
        within("firings", rules, MOST_FIRED);
    }

    void said(int findings) {
        within("findings", findings, MOST_SAID);
    }

    void concluded(int facts) {
        within("conclusions", facts, MOST_CONCLUDED);
    }

    /** A number that grew beyond what a fact may be would grow for ever. */
    BigDecimal fitting(BigDecimal number) {
        within("digits", number.precision() - number.scale(), MOST_DIGITS);
        return number.scale() > MOST_DIGITS ? number.setScale(MOST_DIGITS, RoundingMode.HALF_EVEN) : number;
    }

    private static void within(String what, int found, int most) {
        if (found > most) {
            throw new RunStopped("Expected at most %,d %s of one run; found more.".formatted(most, what));
        }
    }
}
