package tallystick.runtime.decide;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets commands for one thing wait for each other on this node instead of conflicting in the store. Two things may share
 * a lock; a command holds one lock only, so that cannot end in a deadlock. Between nodes the store decides.
 */
final class IdLocks {
    private static final int STRIPES = 1 << 14;

    private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

    IdLocks() {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new ReentrantLock();
        }
    }

    ReentrantLock of(String id) {
        int hash = id.hashCode();
        return stripes[(hash ^ (hash >>> 16)) & (STRIPES - 1)];
    }
}
