package tallystick.audit.decisions;

import java.time.Duration;

/** Whether cases are being decided now, for work that can wait: it steps back then. */
public final class LiveDecisions {
    private static final Duration RECENT = Duration.ofMillis(100);

    /** Of the processors that work in the background may have while cases are decided: one part in five. */
    private static final int PARTS_LEFT_TO_OTHERS = 4;

    private volatile long last = System.nanoTime() - RECENT.toNanos();

    void begun() {
        last = System.nanoTime();
    }

    private boolean areBeingMade() {
        return System.nanoTime() - last < RECENT.toNanos();
    }

    /** Rests after a piece of work that took so long, if others are waiting. */
    public void giveWay(Duration worked) throws InterruptedException {
        if (areBeingMade()) {
            Thread.sleep(worked.multipliedBy(PARTS_LEFT_TO_OTHERS));
        }
    }
}
