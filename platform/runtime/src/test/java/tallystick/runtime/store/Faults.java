package tallystick.runtime.store;

import java.util.EnumMap;
import java.util.Map;

/** Counts the faults that really happened: a proof in which one never did proves nothing about it. */
final class Faults {
    /** What goes wrong around the writers. */
    enum Kind {
        CUT_BEFORE_COMMIT,
        CUT_AFTER_COMMIT,
        BACKEND_TERMINATED,
        HEAD_HELD_BY_ANOTHER,
        CLOCK_STEPPED,
        REFUSED_CONFLICT,
        REFUSED_CLAIM,
        PAUSED_IN_TRANSACTION
    }

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

    synchronized void happened(Kind kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    synchronized boolean never(Kind kind) {
        return !counts.containsKey(kind);
    }

    @Override
    public synchronized String toString() {
        return counts.toString();
    }
}
